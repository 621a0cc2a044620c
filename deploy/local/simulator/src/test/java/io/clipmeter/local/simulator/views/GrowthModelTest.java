package io.clipmeter.local.simulator.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthModelTest {
  private static final GrowthModel MODEL = new GrowthModel(1);

  static Stream<VideoKey> videos() {
    return LongStream.range(0, 60)
        .boxed()
        .flatMap(
            n ->
                Stream.of(
                    new VideoKey(Platform.TIKTOK, Long.toString(7_400_000_000_000_000_000L + n)),
                    new VideoKey(Platform.YOUTUBE, "video%06d".formatted(n)),
                    new VideoKey(Platform.INSTAGRAM, "DA%08d".formatted(n))));
  }

  @Test
  void countsNeverFall() {
    videos().forEach(GrowthModelTest::neverFalls);
  }

  private static void neverFalls(VideoKey video) {
    Counts before = counts(video, 0);
    for (long tick = 1; tick < 600; tick++) {
      Counts now = counts(video, tick);
      assertThat(now.views()).isGreaterThanOrEqualTo(before.views());
      assertThat(now.likes()).isGreaterThanOrEqualTo(before.likes());
      assertThat(now.comments()).isGreaterThanOrEqualTo(before.comments());
      before = now;
    }
  }

  @Test
  void aTickBringsHundredsToThousandsOfViews() {
    for (VideoKey video : videos().toList()) {
      for (long tick = 0; tick < 20; tick++) {
        long gain = views(video, tick + 1) - views(video, tick);
        assertThat(gain).isBetween(500L, 5_500L);
      }
    }
  }

  @Test
  void fourClipsSpendAHundredDollarsInThreeToSixTicks() {
    List<VideoKey> videos = videos().toList();
    for (int first = 0; first + 4 <= videos.size(); first += 4) {
      assertThat(ticksToSpend(videos.subList(first, first + 4))).isBetween(3L, 7L);
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void onlyTikTokIsRounded(Platform platform) {
    var video = new VideoKey(platform, "7400000000000000000");
    boolean allRound =
        LongStream.range(20, 200)
            .map(tick -> views(video, tick))
            .allMatch(views -> views % 100 == 0);

    assertThat(allRound).isEqualTo(platform == Platform.TIKTOK);
  }

  @Test
  void theSameSeedCountsTheSameAndAnotherDoesNot() {
    var video = new VideoKey(Platform.YOUTUBE, "abcdefghijk");

    assertThat(new GrowthModel(1).of(video, 7)).isEqualTo(MODEL.of(video, 7));
    assertThat(new GrowthModel(2).of(video, 7)).isNotEqualTo(MODEL.of(video, 7));
  }

  /** Written down once: a change of the model changes every demo's figures. */
  @Test
  void theModelStaysAsItIs() {
    var video = new VideoKey(Platform.YOUTUBE, "abcdefghijk");

    assertThat(LongStream.range(0, 4).map(tick -> views(video, tick)))
        .containsExactly(2081L, 3361L, 4564L, 6572L);
  }

  @Test
  void someInstagramAccountsHideTheirLikes() {
    assertThat(videos().filter(video -> Objects.equals(counts(video, 3).likes(), -1L)))
        .isNotEmpty()
        .allMatch(video -> video.platform() == Platform.INSTAGRAM);
  }

  private static long ticksToSpend(List<VideoKey> clips) {
    long tick = 0;
    long gained = 0;
    while (gained < 40_000) {
      tick++;
      long at = tick;
      gained = clips.stream().mapToLong(c -> views(c, at) - views(c, 0)).sum();
    }
    return tick;
  }

  private static long views(VideoKey video, long tick) {
    return Objects.requireNonNull(counts(video, tick).views());
  }

  private static Counts counts(VideoKey video, long tick) {
    return MODEL.of(video, tick).orElseThrow();
  }
}
