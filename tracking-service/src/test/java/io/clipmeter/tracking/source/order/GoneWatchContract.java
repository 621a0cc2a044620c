package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.order.GoneWatch.Lately;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What whoever keeps what providers said promises. */
abstract class GoneWatchContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Reading GONE = new Reading.Gone(UnavailableReason.NOT_FOUND);
  static final Reading SHOWN = new Reading.Ok(Counts.ofViews(1), VideoFacts.NONE);

  /** One that nobody has told anything. */
  protected abstract GoneWatch watch();

  @Test
  void eachVideoCountsOnceAsItWasLastSpokenOf() {
    GoneWatch watch = watch();
    say(watch, NOON, SHOWN, "a", "b", "c");
    say(watch, NOON.plusSeconds(1), GONE, "a");
    say(watch, NOON.plusSeconds(2), GONE, "a", "a");

    assertThat(say(watch, NOON.plusSeconds(3), GONE, "b")).isEqualTo(new Lately(1, 2, NOON));
    assertThat(say(watch, NOON.plusSeconds(4), SHOWN, "a")).isEqualTo(Lately.NOTHING_GONE);
    assertThat(say(watch, NOON.plusSeconds(5), GONE, "d"))
        .isEqualTo(new Lately(2, 2, NOON.plusSeconds(4)));
  }

  @Test
  void noMoreAreCountedAsShownThanAreGone() {
    GoneWatch watch = watch();
    say(watch, NOON, SHOWN, "a", "b", "c", "d");

    assertThat(say(watch, NOON, GONE, "e", "f")).isEqualTo(new Lately(2, 2, NOON));
  }

  @Test
  void ofSomeThatAreShownTheLastTimeIsTold() {
    GoneWatch watch = watch();
    say(watch, NOON, SHOWN, "a", "b", "c");
    say(watch, NOON.plusSeconds(9), SHOWN, "d");

    assertThat(say(watch, NOON.plusSeconds(10), GONE, "e"))
        .isEqualTo(new Lately(1, 1, NOON.plusSeconds(9)));
  }

  @Test
  void whatWasSaidLongAgoIsForgotten() {
    GoneWatch watch = watch();
    say(watch, NOON, GONE, "a");
    say(watch, NOON, SHOWN, "b", "c");

    Instant still = NOON.plus(GoneWatch.LATELY);
    assertThat(say(watch, still, GONE, "d")).isEqualTo(new Lately(2, 2, NOON));
    assertThat(say(watch, still.plus(Duration.ofMillis(1)), GONE, "e"))
        .isEqualTo(new Lately(0, 2, null));
  }

  @Test
  void whatWasNotSaidSaysNothing() {
    GoneWatch watch = watch();
    say(watch, NOON, GONE, "a");
    say(watch, NOON, Reading.failed("a test"), "a", "b");

    assertThat(say(watch, NOON, GONE, "c")).isEqualTo(new Lately(0, 2, null));
    assertThat(watch.note(Platform.TIKTOK, List.of(), readings(Source.APIFY, Map.of()), NOON))
        .isEqualTo(Lately.NOTHING_GONE);
  }

  @Test
  void providersAndPlatformsAreToldApart() {
    GoneWatch watch = watch();
    say(watch, NOON, GONE, "a");
    VideoRef other = VideoRef.of(Platform.YOUTUBE, "a", "https://y/a");
    watch.note(
        Platform.YOUTUBE, List.of(other), readings(Source.APIFY, Map.of(other.key(), GONE)), NOON);
    VideoRef same = video("z");
    Readings another = readings(Source.TIKTOK, Map.of(same.key(), GONE));

    assertThat(watch.note(Platform.TIKTOK, List.of(same), another, NOON))
        .isEqualTo(new Lately(0, 1, null));
    assertThat(say(watch, NOON, GONE, "b")).isEqualTo(new Lately(0, 2, null));
  }

  /** Has a provider say the same of these videos. */
  static Lately say(GoneWatch watch, Instant at, Reading said, String... ids) {
    List<VideoRef> asked = Stream.of(ids).map(GoneWatchContract::video).toList();
    Map<VideoKey, Reading> answers = new HashMap<>();
    asked.forEach(video -> answers.put(video.key(), said));
    return watch.note(Platform.TIKTOK, asked, readings(Source.APIFY, answers), at);
  }

  private static VideoRef video(String id) {
    return VideoRef.of(Platform.TIKTOK, id, "https://t/" + id);
  }

  private static Readings readings(Source source, Map<VideoKey, Reading> answers) {
    return new Readings(source, NOON, answers);
  }
}
