package io.clipmeter.tracking.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.doubt.FirstCountPolicy.Doubt;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstCountPolicyTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "{0} views, {1} likes, {2} comments of a video of {3}: doubted {4}")
  @CsvSource({
    "0, , , PT59M59S, false",
    "0, , , PT1H, true",
    "0, , , PT720H, true",
    "0, , , , true",
    "0, 0, 0, PT10M, false",
    "0, 1, , PT10M, true",
    "0, , 1, PT10M, true",
    "1, , , PT720H, false",
    "100, 200, , PT720H, false",
    "100, 201, , PT720H, true",
    "100, , 201, PT720H, true",
    "1000000000000, 9223372036854775807, , PT1H, true",
    "1000000000000, 5, 7, PT1H, false"
  })
  void aZeroOfAnOldVideoAndFarFewerViewsThanLikesAreReadAgain(
      long views,
      @Nullable Long likes,
      @Nullable Long comments,
      @Nullable Duration age,
      boolean doubted) {
    VideoKey video = new VideoKey(Platform.YOUTUBE, "AAAAAAAAAAA");
    Reading.Ok ok =
        new Reading.Ok(
            new Counts(views, likes, comments, null, null),
            posted(age == null ? null : AT.minus(age)));

    assertThat(FirstCountPolicy.doubtful(video, ok, AT)).isEqualTo(doubted);
  }

  @ParameterizedTest(name = "an id of {0} before, said to be posted just now: doubted {1}")
  @CsvSource({"PT59M, false", "PT1H, true", "PT90000H, true"})
  void anIdOfTikTokTellsItsAgeWhateverTheAnswerSays(Duration age, boolean doubted) {
    long id = AT.minus(age).getEpochSecond() << 32;
    VideoKey video = new VideoKey(Platform.TIKTOK, Long.toString(id));
    Reading.Ok ok = new Reading.Ok(Counts.ofViews(0), posted(AT));

    assertThat(FirstCountPolicy.doubtful(video, ok, AT)).isEqualTo(doubted);
  }

  @ParameterizedTest(name = "{0} after {1}, {2} later: agrees {3}")
  @CsvSource({
    "0, 0, PT29M59S, false",
    "0, 0, PT30M, true",
    "5, 0, PT30M, true",
    "4, 5, PT30M, false",
    "0, , PT30M, false"
  })
  void twoReadingsFarEnoughApartAgree(
      long views, @Nullable Long before, Duration later, boolean agrees) {
    Doubt doubt = before == null ? null : new Doubt(before, AT.minus(later));

    assertThat(FirstCountPolicy.confirms(views, AT, doubt, Duration.ofMinutes(30)))
        .isEqualTo(agrees);
  }

  private static VideoFacts posted(@Nullable Instant at) {
    return new VideoFacts(null, null, null, List.of(), List.of(), null, null, at);
  }
}
