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
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final GoneDoubts doubts;
  private final Unread unread;
  private final SharedRuns runs;
  private final Clock clock;

  ViewSources(
      List<ViewSource> sources,
      SourceSettings settings,
      SharedRuns runs,
      GoneDoubts doubts,
      MeterRegistry meters,
      Clock clock) {
    this.runs = runs;
    this.doubts = doubts;
    this.clock = clock;
    this.settings = settings;
    this.unread = new Unread(meters);
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
   * an answer; nothing is thrown. Who names a video twice has it read once.
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
  private Answers read(Platform platform, List<VideoRef> named, boolean watched, Asking asking) {
    List<VideoRef> videos = eachOnce(named);
    Inquiry inquiry = new Inquiry(platform, watched, asking);
    inquiry.ask(videos);
    videos.forEach(video -> inquiry.answers.computeIfAbsent(video.key(), key -> nobody(platform)));
    inquiry.hearWitnesses(videos);
    // What a provider called gone, and a witness shows, those behind that provider may count.
    inquiry.ask(videos);
    return new Answers(inquiry.answers);
  }

  /** One question, which goes from provider to provider. */
  private final class Inquiry {
    private final Platform platform;
    private final boolean watched;
    private final Asking asking;
    private final GoneDoubts.Question question;
    private final Map<VideoKey, Answer> answers = new HashMap<>();

    /** Who was asked for a video; not all before the last one, as an admin is asked past others. */
    private final Map<VideoKey, Set<Source>> asked = new HashMap<>();

    Inquiry(Platform platform, boolean watched, Asking asking) {
      this.platform = platform;
      this.watched = watched;
      this.asking = asking;
      this.question = doubts.about(platform, watched);
    }

    /** Asks each provider for what is still open, and it was not asked for yet. */
    void ask(List<VideoRef> videos) {
      for (ViewSource source : sources(platform)) {
        List<VideoRef> open = videos.stream().filter(video -> isOpen(source, video)).toList();
        if (!open.isEmpty()) {
          ask(source, open);
          open.forEach(video -> asked(video).add(source.name()));
        }
      }
    }

    private boolean isOpen(ViewSource source, VideoRef video) {
      Answer answer = answers.get(video.key());
      return !asked(video).contains(source.name())
          && (open(answer, watched) || isGone(answer) && source.name() == Source.MANUAL);
    }

    private Set<Source> asked(VideoRef video) {
      return asked.computeIfAbsent(video.key(), key -> EnumSet.noneOf(Source.class));
    }

    private void ask(ViewSource source, List<VideoRef> open) {
      Readings said = ViewSources.this.ask(asking, source, open);
      unread.note(platform, open, said);
      Readings readings = question.believed(open, said);
      Counts.Kind kind = settings.kindOf(platform);
      open.forEach(
          video -> answers.merge(video.key(), answer(readings, video, kind), ViewSources::better));
    }

    void hearWitnesses(List<VideoRef> videos) {
      answers.putAll(question.heard(sources(platform), videos, answers));
    }
  }

  private static List<VideoRef> eachOnce(List<VideoRef> named) {
    Map<VideoKey, VideoRef> each = new LinkedHashMap<>();
    named.forEach(video -> each.putIfAbsent(video.key(), video));
    return List.copyOf(each.values());
  }

  private Answer nobody(Platform platform) {
    return new Answer(
        Reading.failed(ProviderFault.Kind.KEY, "no provider is set up"),
        SourceSettings.firstOf(platform),
        clock.instant());
  }

  private Readings ask(Asking asking, ViewSource source, List<VideoRef> videos) {
    try {
      return asking.ask(source, videos);
    } catch (RuntimeException fault) {
      LOG.error("{} failed on {} videos", source.name(), videos.size(), fault);
      return Readings.failed(source.name(), clock.instant(), videos, Reading.faulty());
    }
  }

  private static Answer answer(Readings readings, VideoRef video, Counts.Kind kind) {
    Reading reading = ofKind(readings.of(video.key()), kind);
    return new Answer(reading, readings.source(), readings.at(video.key()));
  }

  private static Reading ofKind(Reading reading, Counts.Kind kind) {
    return reading instanceof Reading.Ok ok && ok.kind() != kind
        ? Reading.uncounted("counts " + ok.kind() + ", and not " + kind)
        : reading;
  }

  /**
   * Of two that know nothing the first is kept: it is the one that ought to have answered. What
   * somebody shows nobody calls gone.
   */
  private static Answer better(Answer first, Answer next) {
    boolean shown = first.reading().showsVideo();
    return switch (next.reading()) {
      case Reading.Ok ok when isGone(first) && next.source() == Source.MANUAL -> next.over(first);
      case Reading.Ok ok -> next.beside(first);
      case Reading.Gone gone -> shown ? first.beside(next) : next.beside(first);
      case Reading.Unknown unknown ->
          unknown.shown() && !shown ? next.beside(first) : first.beside(next);
    };
  }

  /** An admin saw the video, and a number: that counts for more than who does not see it. */
  private static boolean isGone(@Nullable Answer answer) {
    return answer != null && answer.reading() instanceof Reading.Gone;
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
