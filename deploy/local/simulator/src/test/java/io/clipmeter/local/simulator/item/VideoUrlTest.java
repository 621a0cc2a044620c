package io.clipmeter.local.simulator.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.item.VideoUrl.Form;
import io.clipmeter.local.simulator.views.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoUrlTest {
  @ParameterizedTest
  @CsvSource({
    "TIKTOK, https://www.tiktok.com/@some.one/video/7400000000000000001, 7400000000000000001,"
        + " VIDEO",
    "TIKTOK, https://www.tiktok.com/@/video/7400000000000000001?lang=en, 7400000000000000001,"
        + " VIDEO",
    "TIKTOK, https://www.tiktok.com/@a/photo/7400000000000000001, 7400000000000000001, PHOTO",
    "YOUTUBE, https://www.youtube.com/watch?v=abcDEF-_123, abcDEF-_123, VIDEO",
    "YOUTUBE, https://www.youtube.com/watch?app=x&v=abcDEF-_123&t=1, abcDEF-_123, VIDEO",
    "YOUTUBE, https://www.youtube.com/watch?v=abcDEF-_1234, abcDEF-_1234, VIDEO",
    "YOUTUBE, https://www.youtube.com/shorts/abcDEF-_123, abcDEF-_123, SHORT",
    "YOUTUBE, https://youtu.be/abcDEF-_123?si=1, abcDEF-_123, VIDEO",
    "INSTAGRAM, https://www.instagram.com/reel/DA-_0000001/, DA-_0000001, REEL",
    "INSTAGRAM, https://www.instagram.com/some.one/reel/DA-_0000001, DA-_0000001, REEL",
    "INSTAGRAM, https://www.instagram.com/p/DA-_0000001/, DA-_0000001, POST"
  })
  void namesItsVideo(Platform platform, String url, String id, Form form) {
    assertThat(VideoUrl.of(platform, url))
        .hasValueSatisfying(
            found -> {
              assertThat(found.video().id()).isEqualTo(id);
              assertThat(found.form()).isEqualTo(form);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "TIKTOK, https://vm.tiktok.com/ZMabc/",
    "TIKTOK, https://www.tiktok.com/@some.one",
    "TIKTOK, https://www.tiktok.com/@a/video/123456789012345678901",
    "TIKTOK, https://www.youtube.com/watch?v=abcDEF-_123",
    "YOUTUBE, https://www.youtube.com/@someone",
    "YOUTUBE, https://evil.example/watch?v=abcDEF-_123",
    "INSTAGRAM, https://www.instagram.com/some.one/",
    "INSTAGRAM, not a url"
  })
  void isNoVideo(Platform platform, String url) {
    assertThat(VideoUrl.of(platform, url)).isEmpty();
  }
}
