package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each provider last said of each video of a platform, over all questions of this instance: an
 * outage that calls everything gone is seen however few videos each campaign has.
 */
final class GoneWatch {
  /** Long enough for campaigns that are read every few hours. */
  static final Duration LATELY = Duration.ofHours(6);

  static final int VIDEOS_MAX = 2_000;

  private final Map<Asked, LinkedHashMap<VideoKey, Said>> said = new HashMap<>();

  private record Asked(Source source, Platform platform) {}

  private record Said(boolean gone, Instant at) {}

  /**
   * How a provider answered lately.
   *
   * @param shown videos that it gave numbers of
   * @param gone videos that it called gone
   */
  record Lately(int shown, int gone) {}

  /** Notes what was said, and sums up. */
  synchronized Lately note(
      Platform platform, Collection<VideoRef> asked, Readings readings, Instant now) {
    LinkedHashMap<VideoKey, Said> known =
        said.computeIfAbsent(new Asked(readings.source(), platform), key -> new LinkedHashMap<>());
    for (VideoRef video : asked) {
      Reading reading = readings.of(video.key());
      if (!(reading instanceof Reading.Unknown)) {
        known.remove(video.key());
        known.put(video.key(), new Said(reading instanceof Reading.Gone, now));
      }
    }
    forget(known, now);
    int gone = (int) known.values().stream().filter(Said::gone).count();
    return new Lately(known.size() - gone, gone);
  }

  /** The oldest come first, as each new saying is put at the end. */
  private static void forget(LinkedHashMap<VideoKey, Said> known, Instant now) {
    Instant since = now.minus(LATELY);
    while (!known.isEmpty()
        && (known.size() > VIDEOS_MAX || known.firstEntry().getValue().at().isBefore(since))) {
      known.pollFirstEntry();
    }
  }
}
