package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the videos that a provider gave no answer for, by the reason, and says so once a question.
 */
final class Unread {
  private static final Logger LOG = LoggerFactory.getLogger(Unread.class);
  private static final int LONGEST = 40;

  private final MeterRegistry meters;

  Unread(MeterRegistry meters) {
    this.meters = meters;
  }

  void note(Platform platform, Collection<VideoRef> asked, Readings readings) {
    Map<String, Long> reasons =
        asked.stream()
            .map(video -> readings.of(video.key()))
            .filter(Reading.Unknown.class::isInstance)
            .map(unknown -> word((Reading.Unknown) unknown))
            .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    if (reasons.isEmpty() || readings.source() == Source.MANUAL) {
      return;
    }
    LOG.warn(
        "{}: {} of {} videos of {} unread: {}",
        readings.source(),
        reasons.values().stream().mapToLong(Long::longValue).sum(),
        asked.size(),
        platform,
        reasons);
    reasons.forEach((reason, videos) -> counter(readings.source(), reason).increment(videos));
  }

  private Counter counter(Source source, String reason) {
    return Counter.builder("clipmeter.tracking.readings.unread")
        .description("Videos that a provider was asked for and said nothing of")
        .tag("source", source.name())
        .tag("reason", reason)
        .register(meters);
  }

  /** A few words, whatever numbers and names stand behind them: each is a time series. */
  static String word(Reading.Unknown unknown) {
    ProviderFault.Kind fault = unknown.fault();
    return fault == null ? words(unknown.detail()) : fault.name().toLowerCase(Locale.ROOT);
  }

  private static String words(String detail) {
    String words = detail.toLowerCase(Locale.ROOT).replaceAll("[^a-z ].*", "").strip();
    String shortened = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return shortened.isEmpty() ? "other" : shortened.strip().replace(' ', '-');
  }
}
