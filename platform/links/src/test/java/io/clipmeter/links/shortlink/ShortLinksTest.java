package io.clipmeter.links.shortlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.links.VideoUrls;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Refused;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ID = "7400000000000000011";
  private static final String PAGE = "https://www.tiktok.com/@clip.maker_1/video/" + ID;
  private static final Resolution VIDEO = new Resolved(new Video(Platform.TIKTOK, ID, PAGE));
  private static final String LINK = "vm.tiktok.com/ZMabc12de/";
  private static final String OEMBED =
      "www.tiktok.com/oembed?url=https%3A%2F%2Fvm.tiktok.com%2FZMabc12de%2F";
  private static final ShortLinkLimits PATIENT = new ShortLinkLimits(Duration.ofSeconds(30), 3, 8);

  private final PlatformStage stage = new PlatformStage();
  private final ShortLinks links = links(PATIENT);

  @AfterEach
  void end() throws Exception {
    links.close();
    stage.close();
  }

  @Test
  void aLinkLeadsToItsVideoAndTheVideoItselfIsNotAskedFor() {
    stage.onRedirect(LINK, PAGE + "?_r=1&u_code=x");
    assertThat(resolve(LINK)).isEqualTo(VIDEO);
    assertThat(stage.asked()).containsExactly(LINK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vm.tiktok.com/ZMabc12de",
        "http://vt.tiktok.com/ZMabc12de/?a=b",
        "tiktok.com/t/ZMabc12de"
      })
  void eachKindOfLinkIsAskedForOverTls(String pasted) {
    stage.onRedirect("vm.tiktok.com/ZMabc12de/", PAGE);
    stage.onRedirect("vt.tiktok.com/ZMabc12de/", PAGE);
    stage.onRedirect("www.tiktok.com/t/ZMabc12de/", PAGE);
    assertThat(resolve(pasted)).isEqualTo(VIDEO);
  }

  @ParameterizedTest
  @CsvSource({
    "instagram.com/share/BAabc12de, www.instagram.com/share/BAabc12de/",
    "https://www.instagram.com/share/reel/BAabc12de/, www.instagram.com/share/reel/BAabc12de/",
    "https://m.instagram.com/share/p/BAabc12de?x, www.instagram.com/share/p/BAabc12de/",
  })
  void linksOfInstagramLeadToReels(String pasted, String asked) {
    stage.onRedirect(asked, "/reel/CABcd_ef-12/?igsh=x");
    assertThat(resolve(pasted))
        .isEqualTo(
            new Resolved(
                new Video(
                    Platform.INSTAGRAM,
                    "CABcd_ef-12",
                    "https://www.instagram.com/reel/CABcd_ef-12/")));
  }

  @Test
  void aLinkMayLeadToAProfileOrToNoVideo() {
    stage.onRedirect(LINK, "https://www.tiktok.com/@clip.maker_1?x=y");
    assertThat(resolve(LINK)).isEqualTo(new Resolved(new Profile(Platform.TIKTOK, "clip.maker_1")));
    stage.onRedirect(LINK, "https://www.tiktok.com/");
    assertThat(resolve(LINK)).isEqualTo(new Resolved(new NotAVideo(Platform.TIKTOK)));
  }

  @Test
  void threeHopsAreFollowedAndNotAFourth() {
    stage.onRedirect(LINK, "https://vt.tiktok.com/ZM2222222/");
    stage.onRedirect("vt.tiktok.com/ZM2222222/", "/ZM3333333/");
    stage.onRedirect("vt.tiktok.com/ZM3333333/", PAGE);
    assertThat(resolve(LINK)).isEqualTo(VIDEO);
    stage.onRedirect("vt.tiktok.com/ZM3333333/", "https://vm.tiktok.com/ZM4444444/");
    stage.onRedirect("vm.tiktok.com/ZM4444444/", PAGE);
    assertThat(resolve(LINK)).isEqualTo(new Refused(Refusal.TOO_MANY_HOPS));
    assertThat(stage.asked()).hasSize(6).doesNotContain("vm.tiktok.com/ZM4444444/");
  }

  @Test
  void aCircleComesToAnEnd() {
    stage.onRedirect(LINK, "https://" + LINK);
    assertThat(resolve(LINK)).isEqualTo(new Refused(Refusal.TOO_MANY_HOPS));
    assertThat(stage.asked()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.tiktok.com/@a/video/7400000000000000011, NOT_HTTPS",
    "https://www.tiktok.com:8443/@a/video/7400000000000000011, FOREIGN_HOST",
    "https://me@www.tiktok.com/@a/video/7400000000000000011, FOREIGN_HOST",
    "https://example.com/@a/video/7400000000000000011, FOREIGN_HOST",
    "https://169.254.169.254/latest/meta-data, FOREIGN_HOST",
    "video/7400000000000000011, MALFORMED",
    "/@a/../video/7400000000000000011, MALFORMED",
  })
  void aLinkThatLeadsAstrayIsNotFollowed(String location, Refusal reason) {
    stage.onRedirect(LINK, location);
    assertThat(resolve(LINK)).isEqualTo(new Refused(reason));
    assertThat(stage.connections()).isEqualTo(1);
  }

  @Test
  void severalLocationsAreNone() {
    stage.on(LINK, "HTTP/1.1 302 Found", "Location: " + PAGE, "Location: " + PAGE);
    assertThat(resolve(LINK)).isEqualTo(new Refused(Refusal.MALFORMED));
    stage.on(LINK, "HTTP/1.1 302 Found", "Content-Length: 0");
    assertThat(resolve(LINK)).isEqualTo(new Refused(Refusal.MALFORMED));
  }

  @Test
  void aLinkThatThePlatformDoesNotKnowLeadsNowhere() {
    stage.on(LINK, "HTTP/1.1 404 Not Found", "Content-Length: 0");
    assertThat(resolve(LINK)).isEqualTo(new Refused(Refusal.NOT_FOUND));
    stage.onPage(LINK, "<html>");
    assertThat(resolve(LINK))
        .as("the description is not found either")
        .isEqualTo(new Refused(Refusal.NOT_FOUND));
    stage.onPage("www.instagram.com/share/BAabc12de/", "<html>");
    assertThat(resolve("instagram.com/share/BAabc12de"))
        .isEqualTo(new Refused(Refusal.NO_REDIRECT));
  }

  @Test
  void aServerThatFailsMayBeAskedAgain() {
    stage.on(LINK, "HTTP/1.1 503 Unavailable", "Content-Length: 0");
    assertThat(resolve(LINK)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
    stage.on(LINK, "SSH-2.0-server");
    assertThat(resolve(LINK)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
  }

  @Test
  void aLoginSaysNothingOfALink() {
    stage.onRedirect("www.instagram.com/share/BAabc12de/", "/accounts/login/?next=/reel/x/");
    assertThat(resolve("instagram.com/share/BAabc12de"))
        .isEqualTo(new Unreachable(Obstacle.BLOCKED));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 429})
  void whereWeAreBarredTheDescriptionOfTheVideoTells(int status) {
    stage.on(LINK, "HTTP/1.1 " + status + " No", "Content-Length: 0");
    stage.onPage(OEMBED, described(ID, "video"));
    assertThat(resolve(LINK)).isEqualTo(VIDEO);
  }

  @Test
  void aDescriptionThatTellsNothingLeavesTheLinkUnreachable() {
    stage.on(LINK, "HTTP/1.1 403 Forbidden", "Content-Length: 0");
    for (String body :
        List.of(
            "",
            "<html>",
            "[]",
            "{}",
            described("7", "video"),
            described(ID, "photo"),
            described(ID, "video") + " ".repeat(65_536))) {
      stage.onPage(OEMBED, body);
      assertThat(resolve(LINK)).as(body).isEqualTo(new Unreachable(Obstacle.BLOCKED));
    }
    stage.on(OEMBED, "HTTP/1.1 429 Slow down", "Content-Length: 0");
    assertThat(resolve(LINK)).isEqualTo(new Unreachable(Obstacle.BLOCKED));
  }

  @Test
  void onlyTikTokIsAskedForADescription() {
    stage.on("www.instagram.com/share/BAabc12de/", "HTTP/1.1 403 No", "Content-Length: 0");
    assertThat(resolve("instagram.com/share/BAabc12de"))
        .isEqualTo(new Unreachable(Obstacle.BLOCKED));
    assertThat(stage.asked()).hasSize(1);
  }

  @Test
  void noCookieComesBackAndNothingTellsWhoAsks() {
    stage.on(
        LINK,
        "HTTP/1.1 302 Found",
        "Set-Cookie: a=b; Domain=tiktok.com; Path=/",
        "Location: https://vt.tiktok.com/ZM2222222/");
    stage.onRedirect("vt.tiktok.com/ZM2222222/", PAGE);
    assertThat(resolve(LINK)).isEqualTo(VIDEO);
    assertThat(stage.requests)
        .hasSize(2)
        .allSatisfy(
            head ->
                assertThat(head)
                    .noneMatch(
                        line ->
                            line.toLowerCase(Locale.ROOT)
                                .matches("(cookie|referer|authorization|accept-encoding):.*")));
  }

  private Resolution resolve(String pasted) {
    return links.resolve((ShortLink) VideoUrls.parse(pasted, NOW), NOW);
  }

  private ShortLinks links(ShortLinkLimits limits) {
    NameLookup here = (host, port) -> List.of(stage.address());
    CheckedNames names = new CheckedNames(here, address -> true);
    return new ShortLinks(names, TestTls.context(), limits, () -> {});
  }

  private static String described(String id, String type) {
    return """
    {"author_unique_id": "clip.maker_1", "embed_product_id": "%s", "embed_type": "%s"}\
    """
        .formatted(id, type);
  }
}
