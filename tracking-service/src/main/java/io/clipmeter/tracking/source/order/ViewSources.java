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
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.order.GoneWatch.Lately;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
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
  private final SourceSettings settings;
  private final GoneWatch watch;
  private final Unread unread;
  private final SharedRuns runs;
  private final Counter bursts;
  private final Clock clock;

  ViewSources(
      List<ViewSource> sources,
      SourceSettings settings,
      SharedRuns runs,
      GoneWatch watch,
      MeterRegistry meters,
      Clock clock) {
    this.runs = runs;
    this.watch = watch;
    this.clock = clock;
    this.settings = settings;
    this.unread = new Unread(meters);
    this.bursts =
        Counter.builder("clipmeter.tracking.gone.bursts")
            .description("Answers in which too many videos at once were said to be gone")
            .register(meters);
    for (Platform platform : Platform.values()) {
      List<ViewSource> found = inOrder(sources, platform);
      byPlatform.put(platform, found);
      Gauge.builder("clipmeter.tracking.sources", found, ViewSources::overTheNetwork)
          .description("Providers that are asked for a platform's views, admins left out")
          .tag("platform", platform.name())
          .register(meters);
    }
  }

  private static long overTheNetwork(List<ViewSource> sources) {
    return sources.stream().filter(source -> source.name() != Source.MANUAL).count();
  }

  private List<ViewSource> inOrder(List<ViewSource> sources, Platform platform) {
    Counts.Kind kind = settings.kindOf(platform);
    List<ViewSource> found =
        settings.of(platform).stream()
            .flatMap(name -> sources.stream().filter(source -> source.name() == name))
            .filter(source -> source.platforms().contains(platform))
            .filter(source -> counts(source, platform, kind))
            .toList();
    List<Source> names = found.stream().map(ViewSource::name).toList();
    if (names.stream().allMatch(name -> name == Source.MANUAL)) {
      LOG.warn("nobody but admins reads {}: no provider that counts {} is set up", platform, kind);
    } else {
      LOG.info("{} is read in {} by {}", platform, kind, names);
    }
    return found;
  }

  private static boolean counts(ViewSource source, Platform platform, Counts.Kind kind) {
    boolean counts = source.kinds(platform).contains(kind);
    if (!counts) {
      LOG.warn("{} does not count {} of {} and is not asked", source.name(), kind, platform);
    }
    return counts;
  }

  /** How one provider is asked. */
  @FunctionalInterface
  private interface Asking {
    Readings ask(ViewSource source, List<VideoRef> videos);
  }

  /**
   * Reads videos of one platform for whom this thread works ({@link Purpose}). Whatever happens is
   * an answer; nothing is thrown.
   */
  public Answers read(Platform platform, List<VideoRef> videos) {
    return read(platform, videos, false, ViewSource::read);
  }

  /**
   * Reads, for money and at once, videos of submissions. Where they are suddenly gone, the provider
   * may be out.
   */
  public Answers readFirst(Platform platform, List<VideoRef> videos) {
    return Purpose.MONEY.get(() -> read(platform, videos, true, ViewSource::read));
  }

  /**
   * Reads, for money, videos of one platform together with what others ask for at the same time, in
   * as few runs as can be: for who has no hurry. Where they are suddenly gone, the provider may be
   * out.
   */
  public Answers readTogether(Platform platform, List<VideoRef> videos) {
    return Purpose.MONEY.get(
        () -> read(platform, videos, true, (source, open) -> runs.read(source, platform, open)));
  }

  /**
   * @param watched whether what is said to be gone is held against all that was said lately: what
   *     people look for may well never have been there
   */
  private Answers read(Platform platform, List<VideoRef> videos, boolean watched, Asking asking) {
    Map<VideoKey, Answer> answers = new HashMap<>();
    Set<VideoKey> saidToBeGone = new HashSet<>();
    List<VideoRef> open = videos;
    for (ViewSource source : sources(platform)) {
      Readings said = ask(asking, source, open);
      unread.note(platform, open, said);
      Lately lately = watched ? lately(platform, open, said) : null;
      Readings readings = believed(open, said, saidToBeGone, lately);
      Counts.Kind kind = settings.kindOf(platform);
      open.forEach(
          video -> answers.merge(video.key(), answer(readings, video, kind), ViewSources::better));
      open = open.stream().filter(video -> open(answers.get(video.key()), watched)).toList();
      if (open.isEmpty()) {
        break;
      }
    }
    open.forEach(video -> answers.computeIfAbsent(video.key(), key -> nobody(platform)));
    return new Answers(
        watched
            ? GoneWitnesses.heard(sources(platform), videos, answers, clock.instant())
            : answers);
  }

  /** Where it cannot be known, this answer alone is judged. */
  private @Nullable Lately lately(Platform platform, List<VideoRef> asked, Readings said) {
    try {
      return watch.note(platform, asked, said, clock.instant());
    } catch (RuntimeException fault) {
      LOG.warn("what {} said lately is not known: {}", said.source(), fault.toString());
      return null;
    }
  }

  /**
   * Where one provider suddenly calls many videos gone it is more likely to be unwell than to be
   * right. The next one is asked; where that says so, too, they are gone. Where nobody else knows,
   * and this one goes on showing others, it takes days until it is believed.
   *
   * @param lately how it answered lately; null where that is not watched, or not known
   */
  private Readings believed(
      List<VideoRef> asked,
      Readings readings,
      Set<VideoKey> saidToBeGone,
      @Nullable Lately lately) {
    Map<VideoKey, Reading> judged = new HashMap<>();
    Map<VideoKey, Reading.Gone> first = new HashMap<>();
    for (VideoRef video : asked) {
      if (readings.of(video.key()) instanceof Reading.Gone gone) {
        boolean agrees = saidToBeGone.contains(video.key());
        judged.put(video.key(), agrees ? gone.backed(clock.instant()) : gone);
        if (!agrees) {
          first.put(video.key(), gone);
        }
      }
    }
    saidToBeGone.addAll(first.keySet());
    Instant shownAt = shownAt(asked, readings, lately);
    boolean burst = burst(asked, readings, first.size(), lately);
    boolean out = lately == null || !GoneBurstPolicy.showsOthers(lately);
    first.forEach(
        (key, gone) -> judged.put(key, burst ? doubted(gone, shownAt, out) : gone.backed(shownAt)));
    return judged.isEmpty() ? readings : readings.with(judged);
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
        ? Reading.failed("too many are said to be gone at once")
        : new Reading.Gone(gone.reason(), true, shownAt);
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
      return Readings.failed(
          source.name(), clock.instant(), videos, Reading.failed("fault in the adapter"));
    }
  }

  private static Answer answer(Readings readings, VideoRef video, Counts.Kind kind) {
    Reading reading = ofKind(readings.of(video.key()), kind);
    return new Answer(reading, readings.source(), readings.at(video.key()));
  }

  private static Reading ofKind(Reading reading, Counts.Kind kind) {
    return reading instanceof Reading.Ok ok && ok.kind() != kind
        ? Reading.failed("counts " + ok.kind() + ", and not " + kind)
        : reading;
  }

  /** Of two that know nothing the first is kept: it is the one that ought to have answered. */
  private static Answer better(Answer first, Answer next) {
    return next.reading() instanceof Reading.Unknown ? first : next;
  }

  /** Whether the next is asked: what nothing else speaks for an outage may have said. */
  private static boolean open(@Nullable Answer answer, boolean watched) {
    return answer == null
        || answer.reading() instanceof Reading.Unknown
        || answer.reading() instanceof Reading.Gone gone
            && (gone.doubted() || watched && gone.backedAt() == null);
  }

  /** Who may read this platform, in the order in which they are asked. */
  public List<Source> namesOf(Platform platform) {
    return sources(platform).stream().map(ViewSource::name).toList();
  }

  private List<ViewSource> sources(Platform platform) {
    return Objects.requireNonNull(byPlatform.get(platform));
  }
}
