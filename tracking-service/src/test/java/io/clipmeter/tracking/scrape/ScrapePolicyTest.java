package io.clipmeter.tracking.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.links.VideoUrls;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.tracking.job.JobItem;
import io.clipmeter.tracking.job.JobItem.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapePolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String VIDEO = "https://www.tiktok.com/@someone/video/7524354452762037512";

  @ParameterizedTest
  @CsvSource({
    "https://www.tiktok.com/@some.one/video/7524354452762037512, VIDEO, 7524354452762037512",
    "https://youtu.be/aBcDeFgHiJ0, VIDEO, aBcDeFgHiJ0",
    "https://www.instagram.com/p/CxYz_-12345/, VIDEO, CxYz_-12345",
    "https://www.tiktok.com/@some.one, PROFILE, some.one",
    "https://www.youtube.com/@SomeOne, PROFILE, SomeOne",
    "https://www.youtube.com/channel/UC0000000000000000000000, PROFILE, UC0000000000000000000000",
    "https://www.youtube.com/c/SomeOne, PROFILE, c/SomeOne",
    "//www.youtube.com/c/SomeOne/videos?view=0, PROFILE, c/SomeOne",
    "youtube.com/user/SomeOne, PROFILE, user/SomeOne",
    "HTTPS://www.youtube.com/user/SomeOne, PROFILE, user/SomeOne",
    "https://www.youtube.com/@c/user/SomeOne, PROFILE, c",
    "https://www.youtube.com/@caf%C3%A9, PROFILE, café",
    "https://www.youtube.com/c/caf%C3%A9, PROFILE, c/café",
    "https://www.youtube.com/@some%C2%B7one, PROFILE, some·one",
    "https://www.instagram.com/some.one/, PROFILE, some.one"
  })
  void tellsVideosAndAccountsApart(String url, Kind kind, String subject) {
    JobItem part = parts(url).getFirst();

    assertThat(part.kind()).isEqualTo(kind);
    assertThat(part.subject()).isEqualTo(subject);
    assertThat(part.state()).isEqualTo(JobItem.State.PENDING);
    assertThat(part.videoMax()).isEqualTo(kind == Kind.VIDEO ? 1 : 30);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.tiktok.com/music/slow-123, not-a-video",
    "https://example.com/@someone, unsupported-host",
    "no address, malformed",
    "tiktokuser:MS4wLjABAAAAinvented-_invented-_invented-_invented-_invented-_invented-_inve,"
        + " account-without-name",
    "https://www.youtube.com/@half%C, malformed",
    "https://www.youtube.com/@some%2Fone, malformed",
    "https://www.youtube.com/c/some%3Fone, malformed",
    "https://www.youtube.com/@some%00one, malformed",
    "'', malformed"
  })
  void aRefusalHasAStableWord(String url, String word) {
    JobItem part = parts(url).getFirst();

    assertThat(part.state()).isEqualTo(JobItem.State.FAILED);
    assertThat(part.reason()).isEqualTo(word);
  }

  @Test
  void aShortLinkIsWhatItLeadsToOrSaysWhyNot() {
    String led = "https://vm.tiktok.com/ZMabcdef1/";
    String dead = "https://vm.tiktok.com/ZMabcdef2/";
    String silent = "https://vm.tiktok.com/ZMabcdef3/";
    Map<String, Resolution> read =
        Map.of(
            led,
            new Resolution.Resolved(VideoUrls.parse(VIDEO, NOW)),
            dead,
            new Resolution.Refused(Resolution.Refusal.NOT_FOUND),
            silent,
            new Resolution.Unreachable(Resolution.Obstacle.TIMEOUT),
            VIDEO,
            new Resolution.Resolved(VideoUrls.parse(VIDEO, NOW)));

    List<JobItem> parts = ScrapePolicy.parts(List.of(led, dead, silent, VIDEO), read, 30);

    assertThat(parts)
        .extracting(JobItem::reason)
        .containsExactly(null, "short-link-unresolvable", "platform-not-answering", "duplicate");
    assertThat(parts.getFirst().input()).isEqualTo(led);
    assertThat(parts.getFirst().kind()).isEqualTo(Kind.VIDEO);
  }

  @Test
  void oneBadAddressTakesNoOtherWithIt() {
    List<JobItem> parts = parts("no address", VIDEO, null, "x".repeat(3_000));

    assertThat(parts).extracting(JobItem::position).containsExactly(0, 1, 2, 3);
    assertThat(parts)
        .extracting(JobItem::reason)
        .containsExactly("malformed", null, "malformed", "too-long");
    assertThat(parts.getLast().input()).hasSize(300);
  }

  @Test
  void theSameVideoInAnotherSpellingIsLookedUpOnce() {
    List<JobItem> parts = parts(VIDEO, VIDEO.replace("@someone", "@") + "?lang=en");

    assertThat(parts).extracting(JobItem::reason).containsExactly(null, "duplicate");
  }

  @Test
  void theSameAccountInOtherCapitalsIsLookedUpOnce() {
    List<JobItem> parts =
        parts("https://www.tiktok.com/@Some.One", "https://www.tiktok.com/@some.one");

    assertThat(parts).extracting(JobItem::reason).containsExactly(null, "duplicate");
  }

  @Test
  void accountsThatAreOnlyCalledAlikeAreDifferentOnes() {
    List<JobItem> parts =
        parts(
            "https://www.youtube.com/@someone",
            "https://www.youtube.com/c/someone",
            "https://www.youtube.com/user/someone",
            "https://www.youtube.com/c/SomeOne");

    assertThat(parts).extracting(JobItem::reason).containsExactly(null, null, null, "duplicate");
  }

  @Test
  void anEscapedHandleIsTheOneThatItMeans() {
    List<JobItem> parts =
        parts("https://www.youtube.com/@caf%C3%A9", "https://www.youtube.com/@café");

    assertThat(parts).extracting(JobItem::reason).containsExactly(null, "duplicate");
  }

  @Test
  void idsThatDifferInCapitalsAreTwoVideos() {
    List<JobItem> parts = parts("https://youtu.be/aBcDeFgHiJ0", "https://youtu.be/abcDeFgHiJ0");

    assertThat(parts).extracting(JobItem::reason).containsOnlyNulls();
  }

  @Test
  void whatIsShownCanBeStored() {
    assertThat(ScrapePolicy.shown("a\0b\ud83d")).isEqualTo("a?b?");
  }

  private static List<JobItem> parts(@Nullable String... urls) {
    Map<String, Resolution> read = new HashMap<>();
    for (@Nullable String url : urls) {
      if (url != null) {
        read.put(url, new Resolution.Resolved(VideoUrls.parse(url, NOW)));
      }
    }
    return ScrapePolicy.parts(Arrays.asList(urls), read, 30);
  }
}
