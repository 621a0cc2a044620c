package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSourceContract;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApifyViewSourceTest extends ViewSourceContract {
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @Override
  protected ViewSource source() {
    return apify.source;
  }

  @Override
  protected void show(VideoRef video, long views) {
    apify.stub.item(video, ApifyItems.good(video, views));
  }

  @Override
  protected void hide(VideoRef video) {
    apify.stub.item(video, null);
  }

  @Override
  protected void remove(VideoRef video) {
    apify.stub.item(video, ApifyItems.notFound(video));
  }

  @Override
  protected void outage() {
    apify.stub.always(Canned.error(500, "internal-server-error"));
  }

  @Test
  void asksEachActorInItsOwnWayWithTheKeyInAHeaderAndACapOnTheCost() {
    read(TIKTOK, YOUTUBE, INSTAGRAM);

    List<ApifyStub.Seen> starts = apify.stub.seen(Call.START);
    assertThat(starts)
        .extracting(ApifyStub.Seen::path)
        .containsExactlyInAnyOrder(
            "/v2/actors/clockworks~tiktok-scraper/runs",
            "/v2/actors/streamers~youtube-scraper/runs",
            "/v2/actors/apify~instagram-scraper/runs");
    assertThat(starts)
        .allSatisfy(
            start -> {
              assertThat(start.authorization()).isEqualTo("Bearer a-key");
              assertThat(start.query()).contains("maxTotalChargeUsd=0.50", "timeout=1");
              assertThat(start.query()).doesNotContain("a-key");
            });
    assertThat(starts)
        .extracting(ApifyStub.Seen::body)
        .anyMatch(body -> body.contains("\"postURLs\":[\"" + TIKTOK.url() + "\"]"))
        .anyMatch(body -> body.contains("\"startUrls\":[{\"url\":\"" + YOUTUBE.url() + "\"}]"))
        .anyMatch(body -> body.contains("\"directUrls\":[\"" + INSTAGRAM.url() + "\"]"));
  }

  @Test
  void cutsALongListIntoRunsOfTheConfiguredSize() {
    List<VideoRef> videos =
        IntStream.range(0, 250)
            .mapToObj(i -> VideoRef.of(TIKTOK.key().platform(), "" + i, TIKTOK.url() + i))
            .toList();

    source().read(videos);

    assertThat(apify.stub.seen(Call.START)).hasSize(3);
  }

  @Test
  void theItemsOfTheLargestRunAreFetchedInOneCall() {
    show(TIKTOK, 10);
    IntStream.range(0, 999)
        .forEach(i -> apify.stub.unasked("{\"id\":\"" + i + "\",\"playCount\":1}"));

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isEqualTo(10);

    assertThat(apify.stub.seen(Call.ITEMS)).hasSize(1);
  }

  @Test
  void itemsAreFoundByTheirIdInAnyOrderAndUnaskedOnesAreIgnored() {
    show(TIKTOK, 10);
    apify.stub.unasked(ApifyItems.good(OTHER_TIKTOK, 999));
    apify.stub.unasked("{\"noId\":true}");
    apify.stub.unasked("\"not even an object\"");

    Readings readings = read(TIKTOK);

    assertThat(views(readings.of(TIKTOK.key()))).isEqualTo(10);
    assertThat(readings.answers()).hasSize(1);
  }

  @Test
  void twoItemsThatContradictEachOtherAreNoCount() {
    show(TIKTOK, 10);
    apify.stub.unasked(ApifyItems.good(TIKTOK, 87));
    apify.stub.unasked(ApifyItems.good(TIKTOK, 10));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void anItemThatComesTwiceCountsOnce() {
    show(TIKTOK, 10);
    apify.stub.unasked(ApifyItems.good(TIKTOK, 10));

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isEqualTo(10);
  }

  @Test
  void anIdThatCameAsANumberIsReadDigitByDigit() {
    String item =
        ApifyItems.good(TIKTOK, 10).replace("\"" + TIKTOK.key().id() + "\"", TIKTOK.key().id());
    apify.stub.item(TIKTOK, item);

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isEqualTo(10);
  }

  @Test
  void anIdInOtherCapitalsIsAnotherVideo() {
    apify.stub.item(YOUTUBE, ApifyItems.good(YOUTUBE, 10).replace("aBcDeFgHiJ0", "abcdefghij0"));

    assertThat(read(YOUTUBE).of(YOUTUBE.key())).isInstanceOf(Reading.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "-1", "\"1234\"", "12.5", "{}", "[]", "true", "\"\"", "\"1.2M\""})
  void aCountThatIsNoCountIsUnknownAndNeverZero(String views) {
    for (VideoRef video : List.of(TIKTOK, YOUTUBE, INSTAGRAM)) {
      apify.stub.item(video, ApifyItems.withViews(video, views));

      assertThat(read(video).of(video.key())).isInstanceOf(Reading.Unknown.class);
    }
  }

  @Test
  void anotherPlatformsFieldNeverStandsIn() {
    apify.stub.item(
        INSTAGRAM, "{\"shortCode\":\"CxYz_-12345\",\"videoViewCount\":5,\"playCount\":7}");

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void anAbsurdNumberIsHandedOnForThePolicyToRefuse() {
    apify.stub.item(TIKTOK, ApifyItems.withViews(TIKTOK, "99999999999999999999999"));

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aNumberBeatsAnErrorForTheSameVideo() {
    show(TIKTOK, 10);
    apify.stub.unasked(ApifyItems.notFound(TIKTOK));

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isEqualTo(10);
  }

  @Test
  void aVideoThatIsShownWithoutACountIsThereAndWhatIsMissingIsSaid() {
    Map<VideoRef, String> missing =
        Map.of(TIKTOK, "no playCount", YOUTUBE, "no viewCount", INSTAGRAM, "no videoPlayCount");
    missing.forEach(
        (video, said) -> {
          apify.stub.item(video, ApifyItems.withViews(video, "null"));

          assertThat(read(video).of(video.key())).isEqualTo(Reading.uncounted(said));
        });
  }

  @Test
  void whatIsShownWithoutACountIsNotGone() {
    apify.stub.item(TIKTOK, ApifyItems.notFound(TIKTOK));
    apify.stub.unasked(ApifyItems.withViews(TIKTOK, "null"));
    apify.stub.unasked(ApifyItems.notFound(TIKTOK));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isEqualTo(Reading.uncounted("no playCount"));
  }

  @ParameterizedTest
  @CsvSource({
    "TIKTOK, url, no playCount",
    "YOUTUBE, url, no viewCount",
    "INSTAGRAM, inputUrl, no videoPlayCount"
  })
  void anItemThatOnlyRepeatsTheAddressShowsNothing(Platform platform, String field, String said) {
    VideoRef video =
        switch (platform) {
          case TIKTOK -> TIKTOK;
          case YOUTUBE -> YOUTUBE;
          case INSTAGRAM -> INSTAGRAM;
        };
    apify.stub.item(video, "{\"%s\":\"%s\"}".formatted(field, video.url()));

    assertThat(read(video).of(video.key())).isEqualTo(Reading.failed(said));
  }

  @Test
  void aVideoWithoutAnItemIsSaidToHaveNone() {
    hide(TIKTOK);

    assertThat(read(TIKTOK).of(TIKTOK.key())).isEqualTo(Reading.failed("no item in the answer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\":\"%s\",\"error\":\"no_items\",\"errorDescription\":\"Empty or private data\"}",
        "{\"url\":\"%s\",\"error\":\"Something new\"}",
        "{\"url\":\"%s\",\"error\":\"x\",\"errorCode\":\"POST_SENSITIVE\"}",
        "{\"url\":\"%s\",\"error\":{\"deep\":1}}"
      })
  void errorsThatMayMeanAnythingAreUnknown(String item) {
    apify.stub.item(TIKTOK, item.formatted(TIKTOK.url()));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isEqualTo(Reading.failed("error item"));
  }

  @Test
  void theErrorCodeSpeaksToo() {
    apify.stub.item(
        TIKTOK,
        "{\"input\":\"%s\",\"error\":\"x\",\"errorCode\":\"POST_NOT_FOUND_OR_PRIVATE\"}"
            .formatted(TIKTOK.url()));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Gone.class);
  }
}
