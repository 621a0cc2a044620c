package io.clipmeter.local.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FreshVideosTest {
  private static final Instant UPLOADED = Instant.parse("2026-11-21T10:00:00Z");
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final FreshVideos videos = new FreshVideos(new Random(), UPLOADED);

  @RepeatedTest(20)
  void drawTikTokIdsOf19DigitsThatTellTheSecondOfTheUpload() {
    String id = videos.tikTokId();

    assertThat(id).matches("[0-9]{19}");
    assertThat(Long.parseLong(id) >> 32).isEqualTo(UPLOADED.getEpochSecond());
  }

  @RepeatedTest(20)
  void drawYouTubeIdsOf64Bits() {
    assertThat(videos.youTubeId()).matches("[0-9A-Za-z_-]{10}[AEIMQUYcgkosw048]");
  }

  @RepeatedTest(20)
  void drawInstagramCodesThatTellTheTimeOfTheUpload() {
    String code = videos.instagramCode();

    assertThat(code).matches("[0-9A-Za-z_-]{11}");
    long id = code.chars().mapToLong(BASE64::indexOf).reduce(0, (sum, digit) -> sum << 6 | digit);
    assertThat((id >> 23) + 1_314_220_021_721L).isEqualTo(UPLOADED.toEpochMilli());
  }

  @Test
  void drawAnotherVideoEachTime() {
    assertThat(videos.tikTokUrl("alice")).isNotEqualTo(videos.tikTokUrl("alice"));
    assertThat(videos.instagramUrl()).isNotEqualTo(videos.instagramUrl());
  }
}
