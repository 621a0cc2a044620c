package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.batch.SharedRuns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the providers of a platform in their order: where one gives no usable answer the next is
 * asked, for those videos only.
 */
@Component
public class ViewSources {
  private static final Logger LOG = LoggerFactory.getLogger(ViewSources.class);

  private final Map<Platform, List<ViewSource>> byPlatform = new EnumMap<>(Platform.class);
  private final SharedRuns runs;
  private final Counter bursts;
  private final Clock clock;

  ViewSources(
      List<ViewSource> sources,
      SourceSettings settings,
      SharedRuns runs,
      MeterRegistry meters,
      Clock clock) {
    this.runs = runs;
    this.clock = clock;
    this.bursts =
        Counter.builder("clipmeter.tracking.gone.bursts")
            .description("Answers in which too many videos at once were said to be gone")
            .register(meters);
    for (Platform platform : Platform.values()) {
      byPlatform.put(platform, inOrder(sources, settings.of(platform), platform));
    }
  }

  private static List<ViewSource> inOrder(
      List<ViewSource> sources, List<Source> order, Platform platform) {
    List<ViewSource> found =
        order.stream()
            .flatMap(name -> sources.stream().filter(source -> source.name() == name))
            .filter(source -> source.platforms().contains(platform))
            .toList();
    if (found.isEmpty()) {
      LOG.warn("nobody reads {}: of {} none is set up, so its views stay unknown", platform, order);
    } else {
      LOG.info("{} is read by {}", platform, found.stream().map(ViewSource::name).toList());
    }
    return found;
  }

  /** How one provider is asked. */
  @FunctionalInterface
  private interface Asking {
    Readings ask(ViewSource source, List<VideoRef> videos);
  }

  /** Reads videos of one platform. Whatever happens is an answer; nothing is thrown. */
  public Answers read(Platform platform, List<VideoRef> videos) {
    return read(platform, videos, Map.of(), ViewSource::read);
  }

  /**
   * Reads videos of one platform together with what others ask for at the same time, in as few runs
   * as can be: for who has no hurry. A count of another kind than before is no answer.
   *
   * @param kinds what has been counted so far, of those videos that were read before
   */
  public Answers readTogether(
      Platform platform, List<VideoRef> videos, Map<VideoKey, Counts.Kind> kinds) {
    return read(platform, videos, kinds, (source, open) -> runs.read(source, platform, open));
  }

  private Answers read(
      Platform platform, List<VideoRef> videos, Map<VideoKey, Counts.Kind> kinds, Asking asking) {
    Map<VideoKey, Answer> answers = new HashMap<>();
    Set<VideoKey> saidToBeGone = new HashSet<>();
    List<VideoRef> open = videos;
    for (ViewSource source : sources(platform)) {
      Readings readings = believed(source, open, ask(asking, source, open), saidToBeGone);
      open.forEach(
          video -> answers.merge(video.key(), answer(readings, video, kinds), ViewSources::better));
      open = open.stream().filter(video -> unknown(answers.get(video.key()))).toList();
      if (open.isEmpty()) {
        break;
      }
    }
    open.forEach(video -> answers.computeIfAbsent(video.key(), key -> nobody(platform)));
    return new Answers(answers);
  }

  /**
   * Where one provider suddenly calls many videos gone it is more likely to be unwell than to be
   * right. The next one is asked; where that says so, too, they are gone.
   */
  private Readings believed(
      ViewSource source, List<VideoRef> asked, Readings readings, Set<VideoKey> saidToBeGone) {
    List<VideoKey> gone =
        asked.stream()
            .map(VideoRef::key)
            .filter(key -> readings.of(key) instanceof Reading.Gone && saidToBeGone.add(key))
            .distinct()
            .toList();
    if (!GoneBurstPolicy.suspicious(asked.size(), gone.size())) {
      return readings;
    }
    bursts.increment();
    LOG.warn(
        "{} calls {} of {} videos gone: not believed", source.name(), gone.size(), asked.size());
    return readings.without(gone, Reading.failed("too many are said to be gone at once"));
  }

  private Answer nobody(Platform platform) {
    return new Answer(
        Reading.failed("no provider is set up"), SourceSettings.firstOf(platform), clock.instant());
  }

  private Readings ask(Asking asking, ViewSource source, List<VideoRef> videos) {
    try {
      return asking.ask(source, videos);
    } catch (RuntimeException fault) {
      LOG.error("{} failed on {} videos", source.name(), videos.size(), fault);
      return Readings.failed(source.name(), clock.instant(), videos, "fault in the adapter");
    }
  }

  private static Answer answer(
      Readings readings, VideoRef video, Map<VideoKey, Counts.Kind> kinds) {
    Reading reading = ofKind(readings.of(video.key()), kinds.get(video.key()));
    return new Answer(reading, readings.source(), readings.at(video.key()));
  }

  private static Reading ofKind(Reading reading, Counts.@Nullable Kind before) {
    return reading instanceof Reading.Ok ok && before != null && ok.kind() != before
        ? Reading.failed("counts " + ok.kind() + ", but was read in " + before)
        : reading;
  }

  /** Of two that know nothing the first is kept: it is the one that ought to have answered. */
  private static Answer better(Answer first, Answer next) {
    return next.reading() instanceof Reading.Unknown ? first : next;
  }

  private static boolean unknown(@Nullable Answer answer) {
    return answer == null || answer.reading() instanceof Reading.Unknown;
  }

  /** Who may read this platform, in the order in which they are asked. */
  public List<Source> namesOf(Platform platform) {
    return sources(platform).stream().map(ViewSource::name).toList();
  }

  private List<ViewSource> sources(Platform platform) {
    return Objects.requireNonNull(byPlatform.get(platform));
  }
}
