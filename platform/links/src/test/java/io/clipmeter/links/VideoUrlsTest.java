package io.clipmeter.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.Reason;
import io.clipmeter.links.VideoUrl.Refused;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.testing.Trials;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class VideoUrlsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> PIECES =
      List.of(
          "https://",
          "http:",
          "//",
          "www.",
          "m.",
          "youtube.com",
          "youtu.be",
          "tiktok.com",
          "/",
          "instagram.com",
          "@",
          "/@a/video/",
          "7400000000000000011",
          "watch",
          "?v=",
          "&",
          "amp;",
          "abCD-fgh_jk",
          "reel/",
          "CABcd_ef-12",
          "#",
          "%2F",
          "..",
          ":443",
          " ",
          "\u0000",
          "ж",
          "t/");

  @ParameterizedTest(name = "{0}")
  @MethodSource("urls")
  void eachUrlIsWhatTheTableSays(String url, String platform, String kind, String id) {
    String wanted = kind.equals("other") ? "other" : String.join(" ", kind, platform, id);
    assertThat(told(VideoUrls.parse(url, NOW))).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("hostileUrls")
  void eachHostileUrlGetsItsVerdict(String literal, String expected, String reason) {
    VideoUrl parsed = VideoUrls.parse(JsonMapper.shared().readValue(literal, String.class), NOW);
    String verdict =
        switch (parsed) {
          case Video video -> "accept";
          case ShortLink link -> "resolve";
          case VideoUrl other -> "reject";
        };
    assertThat(verdict).as("%s: %s", reason, parsed).isEqualTo(expected);
  }

  @Test
  void allSpellingsOfAVideoShareItsCanonicalUrl() {
    assertThat(VideoUrls.parse("youtu.be/abCD-fgh_jk?t=1", NOW))
        .isEqualTo(VideoUrls.parse("https://m.youtube.com/shorts/abCD-fgh_jk", NOW))
        .isEqualTo(
            new Video(
                Platform.YOUTUBE, "abCD-fgh_jk", "https://www.youtube.com/watch?v=abCD-fgh_jk"));
    assertThat(VideoUrls.parse("https://instagram.com/a.b/p/CABcd_ef-12", NOW))
        .isEqualTo(
            new Video(
                Platform.INSTAGRAM, "CABcd_ef-12", "https://www.instagram.com/reel/CABcd_ef-12/"));
    assertThat(VideoUrls.parse("https://m.tiktok.com/share/video/7400000000000000011?a=b", NOW))
        .isEqualTo(
            new Video(
                Platform.TIKTOK,
                "7400000000000000011",
                "https://www.tiktok.com/@/video/7400000000000000011"));
  }

  @Test
  void anIdKeepsItsUpperAndLowerCase() {
    assertThat(VideoUrls.parse("https://youtu.be/abcd-fgh_jk", NOW))
        .isNotEqualTo(VideoUrls.parse("https://youtu.be/abCD-fgh_jk", NOW));
  }

  @Test
  void aUrlMayHave2048CharactersAndNotOneMore() {
    String url = "https://www.youtube.com/watch?v=abCD-fgh_jk&x=";
    String longest = url + "x".repeat(VideoUrls.LONGEST - url.length());
    assertThat(VideoUrls.parse(longest, NOW)).isInstanceOf(Video.class);
    assertThat(VideoUrls.parse(longest + "x", NOW)).isEqualTo(new Refused(Reason.TOO_LONG));
  }

  @Test
  void aTikTokIdFromTheFutureIsNone() {
    Instant upload = Instant.ofEpochSecond(7_400_000_000_000_000_011L >>> 32);
    String url = "https://www.tiktok.com/@a/video/7400000000000000011";
    assertThat(VideoUrls.parse(url, upload.minus(Duration.ofHours(23)))).isInstanceOf(Video.class);
    assertThat(VideoUrls.parse(url, upload.minus(Duration.ofHours(25))))
        .isEqualTo(new VideoUrl.NotAVideo(Platform.TIKTOK));
  }

  @Test
  void anyTextIsReadWithoutFailingAndItsCanonicalUrlMeansTheSameVideo() {
    Trials.of(20_000)
        .seed(7)
        .check(
            random -> {
              if (VideoUrls.parse(text(random), NOW) instanceof Video video) {
                assertThat(VideoUrls.parse(video.canonicalUrl(), NOW)).isEqualTo(video);
              }
            });
  }

  @Test
  void theLongestUrlsThatMeanHarmAreReadAtOnce() {
    List<String> harmful =
        Stream.of("a=1&", "amp;", "/", "%", "?", "#", "&amp;", ".", "@", "1s", "//", "<", "\u200b")
            .map(piece -> "https://www.youtube.com/watch?" + piece.repeat(2_000 / piece.length()))
            .toList();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int round = 0; round < 500; round++) {
            harmful.forEach(url -> VideoUrls.parse(url, NOW));
          }
        });
  }

  static Stream<String[]> urls() {
    return rows("/urls.tsv");
  }

  static Stream<String[]> hostileUrls() {
    return rows("/urls-hostile.tsv");
  }

  private static Stream<String[]> rows(String resource) {
    try (InputStream in = VideoUrlsTest.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split("\t", -1)).toList().stream();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String told(VideoUrl url) {
    return switch (url) {
      case Video video -> "video " + video.platform() + " " + video.id();
      case VideoUrl.Profile profile -> "profile " + profile.platform() + " " + profile.account();
      case ShortLink link -> "short " + link.platform() + " " + link.code();
      case VideoUrl.NotAVideo none -> "other";
      case Refused refused -> "refused";
    };
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
