package io.clipmeter.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.Reason;
import io.clipmeter.links.VideoUrl.Refused;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.testing.Trials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class VideoUrlsTest {
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
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
    assertThat(told(VideoUrls.parse(url, NOW)))
        .isEqualTo(List.of(kind, platform.toUpperCase(Locale.ROOT), id));
  }

  @Test
  void noRowOfATableIsLeftOut() throws IOException {
    assertThat(rows("/urls.tsv")).hasSize(118);
    assertThat(rows("/urls-hostile.tsv")).hasSize(99);
  }

  @Test
  void whatIsOfNoPlatformIsRefusedWithoutNamingOne() {
    for (String url :
        List.of("https://evil.example/abCD-fgh_jk", "mailto:a@evil.example", "", "ftp://x/")) {
      assertThat(VideoUrls.parse(url, NOW))
          .as(url)
          .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.meant()).isNull());
    }
  }

  @Test
  void anAccountKnownByItsIdAloneIsNotNamed() {
    assertThat(VideoUrls.parse("https://www.tiktok.com/@MS4wLjABAAAA", NOW))
        .isInstanceOfSatisfying(Profile.class, profile -> assertThat(profile.named()).isTrue());
    assertThat(VideoUrls.parse("tiktokuser:MS4wLjABAAAA" + "x".repeat(64), NOW))
        .isInstanceOfSatisfying(Profile.class, profile -> assertThat(profile.named()).isFalse());
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
    assertThat(expected.split(" or ")).as("%s: %s", reason, parsed).contains(verdict);
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

  /** The table of this module, or with {@code -Durls.table=} another one of the same columns. */
  static List<String[]> urls() throws IOException {
    String other = System.getProperty("urls.table");
    return other == null ? rows("/urls.tsv") : rows(Files.readString(Path.of(other)), 4);
  }

  /**
   * The table of this module, or with {@code -Durls.hostile=} one with platforms as well, which
   * leaves some to the policy, and does not tell a video from a link to one.
   */
  static List<String[]> hostileUrls() throws IOException {
    String other = System.getProperty("urls.hostile");
    return other == null
        ? rows("/urls-hostile.tsv")
        : rows(Files.readString(Path.of(other)), 4).stream()
            .map(row -> new String[] {row[0], verdict(row[2]), row[3]})
            .toList();
  }

  private static String verdict(String named) {
    return switch (named) {
      case "reject", "resolve" -> named;
      case "accept-after-normalise" -> "accept or resolve";
      default -> "accept or resolve or reject";
    };
  }

  private static List<String[]> rows(String resource) throws IOException {
    try (InputStream in = VideoUrlsTest.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return rows(new String(bytes, StandardCharsets.UTF_8), 3);
    }
  }

  private static List<String[]> rows(String table, int columnsMin) {
    List<String[]> rows = table.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSizeGreaterThanOrEqualTo(columnsMin));
    return rows;
  }

  /** Kind, platform and id as the table names them. */
  private static List<String> told(VideoUrl url) {
    return switch (url) {
      case Video video -> List.of("video", video.platform().name(), video.id());
      case Profile profile -> List.of("profile", profile.platform().name(), profile.account());
      case ShortLink link -> List.of("short", link.platform().name(), link.code());
      case NotAVideo(Platform platform, @Nullable String id) -> other(platform, id);
      case Refused(Reason reason, @Nullable NotAVideo meant) when meant != null ->
          other(meant.platform(), meant.id());
      case Refused refused -> List.of("refused");
    };
  }

  private static List<String> other(Platform platform, @Nullable String id) {
    return List.of("other", platform.name(), id == null ? "" : id);
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
