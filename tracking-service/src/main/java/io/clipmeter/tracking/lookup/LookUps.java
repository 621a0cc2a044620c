package io.clipmeter.tracking.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.tracking.link.LinkResolver;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.order.ViewSources;
import io.clipmeter.tracking.video.KnownCounts;
import io.clipmeter.tracking.video.KnownCounts.Counted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks videos up for people. An answer is given again for a few minutes, so that a page that is
 * loaded often costs one call; what nobody could say is asked again each time. A number that no
 * round would believe is not shown either.
 */
@Component
class LookUps {
  private final ViewSources sources;
  private final Clock clock;
  private final Duration waitMax;
  private final LinkResolver links;
  private final KnownCounts counts;
  private final JumpSettings jump;
  private final Cache<VideoKey, Answer> known;

  LookUps(
      ViewSources sources,
      LinkResolver links,
      KnownCounts counts,
      LookUpSettings settings,
      JumpSettings jump,
      Clock clock) {
    this.sources = sources;
    this.jump = jump;
    this.counts = counts;
    this.clock = clock;
    this.waitMax = settings.waitMax();
    this.links = links;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.cacheFor())
            .maximumSize(settings.cacheMax())
            .ticker(() -> ticks(clock.instant()))
            .build();
  }

  private static long ticks(Instant now) {
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  /** One answer for each URL, in their order. */
  List<LookedUp> all(List<String> urls) {
    return answered(urls, url -> true);
  }

  /** The same, but videos of other platforms are not read. */
  List<LookedUp> of(Platform platform, List<String> urls) {
    return answered(urls, video -> video.platform() == platform);
  }

  private List<LookedUp> answered(List<String> urls, Predicate<VideoUrl.Video> wanted) {
    Map<String, Resolution> read = new LinkedHashMap<>();
    links.read(urls).forEach((url, what) -> read.put(url, only(wanted, what)));
    Map<VideoKey, VideoRef> videos =
        read.values().stream()
            .filter(what -> what instanceof Resolved(VideoUrl.Video video))
            .map(what -> ref((VideoUrl.Video) ((Resolved) what).url()))
            .collect(Collectors.toMap(VideoRef::key, Function.identity(), (one, same) -> one));
    Map<VideoKey, Answer> answers = answers(videos.values());
    Map<VideoKey, Counted> last = last(answers);
    return urls.stream()
        .map(url -> lookedUp(url, Objects.requireNonNull(read.get(url)), answers, last))
        .toList();
  }

  /** What those that a number came of had when they were last published. */
  private Map<VideoKey, Counted> last(Map<VideoKey, Answer> answers) {
    List<VideoKey> counted =
        answers.entrySet().stream()
            .filter(each -> each.getValue().reading() instanceof Reading.Ok)
            .map(Map.Entry::getKey)
            .toList();
    return counted.isEmpty() ? Map.of() : counts.of(counted);
  }

  private static Resolution only(Predicate<VideoUrl.Video> wanted, Resolution read) {
    return read instanceof Resolved(VideoUrl.Video video) && !wanted.test(video)
        ? new Resolved(new VideoUrl.NotAVideo(video.platform()))
        : read;
  }

  private LookedUp lookedUp(
      String url, Resolution read, Map<VideoKey, Answer> answers, Map<VideoKey, Counted> last) {
    return switch (read) {
      case Resolved(VideoUrl.Video video) -> {
        VideoRef ref = ref(video);
        Answer answer = Objects.requireNonNull(answers.get(ref.key()));
        yield LookedUpVideo.of(url, ref, answer, last.get(ref.key()), jump);
      }
      case Resolved(VideoUrl other) -> LookedUpVideo.refused(url, other);
      case Resolution.Refused refused -> LookedUpVideo.deadLink(url);
      case Resolution.Unreachable unreachable -> LookedUpVideo.silentPlatform(url);
    };
  }

  private static VideoRef ref(VideoUrl.Video video) {
    return VideoRef.of(video.platform(), video.id(), video.canonicalUrl());
  }

  private Map<VideoKey, Answer> answers(Collection<VideoRef> videos) {
    List<VideoKey> keys = videos.stream().map(VideoRef::key).toList();
    Map<VideoKey, Answer> answers = new ConcurrentHashMap<>(known.getAllPresent(keys));
    Map<Platform, List<VideoRef>> open =
        videos.stream()
            .filter(video -> !answers.containsKey(video.key()))
            .collect(Collectors.groupingBy(video -> video.key().platform()));
    List<CompletableFuture<Map<VideoKey, Answer>>> asked =
        open.entrySet().stream().map(same -> read(same.getKey(), same.getValue())).toList();
    asked.forEach(part -> answers.putAll(part.join()));
    return answers;
  }

  /** A reading that takes longer than its caller waits goes on, and is there for the next one. */
  private CompletableFuture<Map<VideoKey, Answer>> read(Platform platform, List<VideoRef> videos) {
    Source first = sources.namesOf(platform).stream().findFirst().orElse(Source.MANUAL);
    Answer late = new Answer(Reading.failed("still being read"), first, clock.instant());
    Map<VideoKey, Answer> tooLate = new HashMap<>();
    videos.forEach(video -> tooLate.put(video.key(), late));
    return CompletableFuture.supplyAsync(
            () -> remembered(sources.read(platform, videos)),
            task -> Thread.ofVirtual().name("look-up").start(task))
        .completeOnTimeout(tooLate, waitMax.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Map<VideoKey, Answer> remembered(Answers answers) {
    answers
        .byVideo()
        .forEach(
            (video, answer) -> {
              if (!(answer.reading() instanceof Reading.Unknown)) {
                known.put(video, answer);
              }
            });
    return answers.byVideo();
  }
}
