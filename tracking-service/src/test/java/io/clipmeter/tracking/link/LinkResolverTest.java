package io.clipmeter.tracking.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Refused;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import io.clipmeter.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LinkResolverTest {
  private static final String LINK = "https://vm.tiktok.com/ZMabcdef1/";
  private static final String VIDEO = "https://www.tiktok.com/@someone/video/7524354452762037512";
  private static final Resolution LED =
      new Resolved(new VideoUrl.Video(Platform.TIKTOK, "7524354452762037512", VIDEO));

  private final FakeLinks platforms = new FakeLinks();

  @Test
  void aLinkIsWhatItLeadsToAndAnythingElseIsNotAskedFor() {
    platforms.lead("ZMabcdef1", LED);

    Map<String, Resolution> read = resolver(platforms).read(List.of(LINK, VIDEO, "rubbish", LINK));

    assertThat(read)
        .containsOnlyKeys(LINK, VIDEO, "rubbish")
        .containsEntry(LINK, LED)
        .containsEntry(VIDEO, LED)
        .containsEntry(
            "rubbish", new Resolved(new VideoUrl.Refused(VideoUrl.Reason.UNSUPPORTED_HOST)));
  }

  @Test
  void aSilentPlatformIsToldFromALinkThatLeadsNowhere() {
    platforms.lead("ZMnowhere", new Refused(Refusal.NOT_FOUND));
    String nowhere = LINK.replace("abcdef1", "nowhere");

    Map<String, Resolution> read = resolver(platforms).read(List.of(LINK, nowhere));

    assertThat(read)
        .containsEntry(LINK, new Unreachable(Obstacle.NO_ANSWER))
        .containsEntry(nowhere, new Refused(Refusal.NOT_FOUND));
  }

  @Test
  void aLinkToALinkLeadsNowhere() {
    platforms.lead("ZMabcdef1", new Resolved(new ShortLink(Platform.TIKTOK, "another1", LINK)));

    assertThat(resolver(platforms).read(List.of(LINK)))
        .containsEntry(LINK, new Refused(Refusal.TOO_MANY_HOPS));
  }

  @Test
  void whoGetsNoPlaceInTimeIsToldToComeAgain() {
    CountDownLatch never = new CountDownLatch(1);
    List<String> links = List.of(LINK, LINK.replace("abcdef1", "another1"));
    LinkSource slow =
        (link, now) -> {
          await(never);
          return LED;
        };

    // The one that has the only place keeps it until the other has given up.
    Map<String, Resolution> read =
        new LinkResolver(
                slow,
                new LinkSettings(Duration.ofSeconds(5), 3, 1, Duration.ofMillis(100)),
                SettableClock.at("2026-03-01T12:00:00Z"))
            .read(links);

    assertThat(read.values()).containsExactlyInAnyOrder(LED, new Unreachable(Obstacle.BUSY));
  }

  /** Longer than anybody waits for a place; nobody counts it down. */
  private static void await(CountDownLatch never) {
    try {
      assertThat(never.await(1, TimeUnit.SECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LinkResolver resolver(LinkSource source) {
    return new LinkResolver(
        source,
        new LinkSettings(Duration.ofSeconds(5), 3, 8, Duration.ofSeconds(15)),
        SettableClock.at("2026-03-01T12:00:00Z"));
  }
}
