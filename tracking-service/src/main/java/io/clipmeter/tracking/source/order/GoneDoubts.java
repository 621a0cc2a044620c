package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.order.GoneWatch.Lately;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a provider that is out from videos that are gone: by what it said, and what others say. */
@Component
class GoneDoubts {
  private static final Logger LOG = LoggerFactory.getLogger(GoneDoubts.class);

  private final GoneWatch watch;
  private final GoneWitnesses witnesses;
  private final Counter bursts;
  private final Clock clock;

  GoneDoubts(GoneWatch watch, GoneWitnesses witnesses, MeterRegistry meters, Clock clock) {
    this.watch = watch;
    this.witnesses = witnesses;
    this.clock = clock;
    this.bursts =
        Counter.builder("clipmeter.tracking.gone.bursts")
            .description("Answers in which too many videos at once were said to be gone")
            .register(meters);
  }

  /**
   * Begins a question of videos of one platform.
   *
   * @param watched whether what is said to be gone is held against all that was said lately, and
   *     witnesses are heard: what people look for may well never have been there
   */
  Question about(Platform platform, boolean watched) {
    return new Question(platform, watched);
  }

  /** What was said to be gone in one question, by one provider after another. */
  final class Question {
    private final Platform platform;
    private final boolean watched;
    private final Set<VideoKey> saidOnce = new HashSet<>();
    private final Set<VideoKey> agreed = new HashSet<>();

    private Question(Platform platform, boolean watched) {
      this.platform = platform;
      this.watched = watched;
    }

    /**
     * Where one provider suddenly calls many videos gone it is more likely to be unwell than to be
     * right. The next one is asked; where that says so, too, they are gone. Where nobody else
     * knows, and this one goes on showing others, it takes days until it is believed.
     */
    Readings believed(List<VideoRef> asked, Readings readings) {
      Lately lately = watched ? lately(platform, asked, readings) : null;
      Map<VideoKey, Reading> judged = new HashMap<>();
      Map<VideoKey, Reading.Gone> first = new HashMap<>();
      for (VideoRef video : asked) {
        if (readings.of(video.key()) instanceof Reading.Gone gone) {
          boolean agrees = saidOnce.contains(video.key());
          judged.put(video.key(), agrees ? gone.backed(clock.instant()) : gone);
          if (agrees) {
            agreed.add(video.key());
          } else {
            first.put(video.key(), gone);
          }
        }
      }
      saidOnce.addAll(first.keySet());
      Instant shownAt = shownAt(asked, readings, lately);
      boolean burst = burst(asked, readings, first.size(), lately);
      boolean out = lately == null || !GoneBurstPolicy.showsOthers(lately);
      first.forEach(
          (key, gone) ->
              judged.put(key, burst ? doubted(gone, shownAt, out) : gone.backed(shownAt)));
      return judged.isEmpty() ? readings : readings.with(judged);
    }

    /** The answers with what witnesses say of those that are gone; see {@link GoneWitnesses}. */
    Map<VideoKey, Answer> heard(
        List<ViewSource> sources, List<VideoRef> videos, Map<VideoKey, Answer> answers) {
      return watched ? witnesses.heard(sources, videos, answers, agreed) : answers;
    }
  }

  /**
   * How a provider answered lately; null where it is not known, and this answer alone is judged.
   */
  private @Nullable Lately lately(Platform platform, List<VideoRef> asked, Readings said) {
    try {
      return watch.note(platform, asked, said, clock.instant());
    } catch (RuntimeException fault) {
      LOG.warn("what {} said lately is not known: {}", said.source(), fault.toString());
      return null;
    }
  }

  /** When it last showed a video of the platform, as far as that is known: now, or lately. */
  private @Nullable Instant shownAt(
      List<VideoRef> asked, Readings readings, @Nullable Lately lately) {
    if (asked.stream().anyMatch(video -> readings.of(video.key()) instanceof Reading.Ok)) {
      return clock.instant();
    }
    return lately == null ? null : lately.shownAt();
  }

  private boolean burst(
      List<VideoRef> asked, Readings readings, int gone, @Nullable Lately lately) {
    boolean burst =
        GoneBurstPolicy.suspicious(asked.size(), gone)
            || gone > 0 && lately != null && GoneBurstPolicy.suspicious(lately);
    if (burst) {
      bursts.increment();
      LOG.warn(
          "{} calls {} of {} videos gone, lately {}: not believed",
          readings.source(),
          gone,
          asked.size(),
          lately);
    }
    return burst;
  }

  private static Reading doubted(Reading.Gone gone, @Nullable Instant shownAt, boolean out) {
    return out
        ? Reading.lost("too many are said to be gone at once")
        : new Reading.Gone(gone.reason(), true, shownAt);
  }
}
