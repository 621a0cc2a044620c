package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.discovery.DiscoveryContract;
import io.clipmeter.tracking.source.discovery.Listing;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.discovery.Question.Kind;
import io.clipmeter.tracking.source.discovery.Sound;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApifyDiscoveryTest extends DiscoveryContract {
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @Override
  protected Discovery discovery() {
    return apify.discovery;
  }

  /** The stub turns the order of its items around. */
  @Override
  protected void show(Question question, long views, VideoRef... videos) {
    for (VideoRef video : List.of(videos).reversed()) {
      apify.stub.unasked(ApifyItems.good(video, views));
    }
  }

  @Override
  protected void remove(Question question) {
    apify.stub.unasked("{\"input\":\"x\",\"error\":\"x\",\"errorCode\":\"NOT_FOUND\"}");
  }

  @Override
  protected void trend(String country, VideoRef... ranked) {
    for (VideoRef video : List.of(ranked).reversed()) {
      apify.stub.unasked("{\"type\":\"video\",\"id\":\"" + video.key().id() + "\"}");
    }
    apify.stub.unasked("{\"type\":\"hashtag\",\"id\":\"1\",\"rank\":1}");
  }

  @Override
  protected void sound(String country, Sound sound) {
    apify.stub.unasked(
        """
        {"type":"sound","id":"%s","name":"%s","author":"%s","rank":%d,"totalVideos":%d,
         "relatedItems":[{"itemId":"1"},{"itemId":2},{}]}
        """
            .formatted(
                sound.id(), sound.title(), sound.author(), sound.rank(), sound.totalVideos()));
    apify.stub.unasked("{\"type\":\"sound\",\"name\":\"without an id\",\"rank\":1}");
  }

  @Override
  protected void outage() {
    apify.stub.always(Canned.error(500, "internal-server-error"));
  }

  @Test
  void anOddItemIsOneVideoLessAndNotAllOfTheList() {
    for (String code : List.of("AbC-1", "x".repeat(65), "../AbC-2")) {
      apify.stub.unasked("{\"shortCode\":\"" + code + "\",\"videoPlayCount\":5}");
    }
    apify.stub.unasked("{\"shortCode\":\"AbC_3\",\"videoPlayCount\":5,\"videoDuration\":1e999}");

    var listing = discovery().find(new Question(Platform.INSTAGRAM, Kind.HASHTAG, "boats", 10));

    assertThat(listing)
        .isInstanceOfSatisfying(
            Listing.Found.class,
            found ->
                assertThat(found.videos())
                    .extracting(video -> video.video().key().id())
                    .containsExactlyInAnyOrder("AbC-1", "AbC_3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIKTOK    | ACCOUNT | \"profiles\":[\"two words\"]",
        "TIKTOK    | HASHTAG | \"hashtags\":[\"two words\"]",
        "TIKTOK    | TERM    | \"searchQueries\":[\"two words\"]",
        "YOUTUBE   | ACCOUNT | https://www.youtube.com/@two%20words",
        "YOUTUBE   | HASHTAG | https://www.youtube.com/hashtag/two%20words",
        "YOUTUBE   | TERM    | \"searchQueries\":[\"two words\"]",
        "INSTAGRAM | ACCOUNT | https://www.instagram.com/two%20words/",
        "INSTAGRAM | HASHTAG | https://www.instagram.com/explore/tags/two%20words/"
      })
  void asksEachActorInItsOwnWay(Platform platform, Kind kind, String part) {
    discovery().find(new Question(platform, kind, "two words", 7));

    assertThat(apify.stub.seen(Call.START).getFirst().body()).contains(part).contains(":7");
  }

  /** YouTube's actor delivers so many videos, and as many Shorts besides. */
  @ParameterizedTest(name = "7 videos of {0} within {1}: asked {2}")
  @CsvSource({"YOUTUBE, 13, 0", "YOUTUBE, 14, 1", "TIKTOK, 6, 0", "TIKTOK, 7, 1"})
  void whatMayComeFitsUnderTheCap(Platform platform, int cap, int asked) {
    ApifyFixture capped = ApifyFixture.cappedAt(cap);
    try {
      Purpose.MONEY.get(
          () -> capped.discovery.find(new Question(platform, Kind.ACCOUNT, "someone", 7)));

      assertThat(capped.stub.seen(Call.START)).hasSize(asked);
    } finally {
      capped.close();
    }
  }

  @Test
  void aVideoWithoutACountIsLeftOutAndNoZero() {
    apify.stub.unasked(ApifyItems.withViews(FIRST, "null"));
    apify.stub.unasked(ApifyItems.good(SECOND, 0));

    Listing listing = discovery().find(question(Kind.TERM, 10));

    assertThat(((Listing.Found) listing).videos()).hasSize(1);
  }

  @Test
  void aRunThatFailedSaysOfNobodyThatHeIsGone() {
    apify.stub.statuses("FAILED");
    remove(question(Kind.ACCOUNT, 10));

    assertThat(discovery().find(question(Kind.ACCOUNT, 10))).isInstanceOf(Listing.Unknown.class);
    assertThat(discovery().find(question(Kind.TERM, 10))).isInstanceOf(Listing.Unknown.class);
  }

  @Test
  void whatARunThatFailedHadFoundIsKept() {
    apify.stub.statuses("FAILED");
    show(question(Kind.TERM, 10), 5, FIRST);

    assertThat(discovery().find(question(Kind.TERM, 10))).isInstanceOf(Listing.Found.class);
  }
}
