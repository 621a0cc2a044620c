package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.source.profile.ProfileReading;
import io.clipmeter.tracking.source.profile.ProfileSource;
import io.clipmeter.tracking.source.profile.ProfileSourceContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApifyProfileSourceTest extends ProfileSourceContract {
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @Override
  protected ProfileSource source() {
    return apify.profiles;
  }

  @Override
  protected void show(Platform platform, Profile profile) {
    apify.stub.unasked(ApifyProfiles.good(platform, profile));
  }

  @Override
  protected void remove(Platform platform, String handle) {
    apify.stub.unasked("{\"url\":\"" + handle + "\",\"error\":\"not_found\"}");
  }

  @Override
  protected void outage() {
    apify.stub.always(Canned.error(500, "internal-server-error"));
  }

  @Test
  void asksEachActorForTheAccountInItsOwnWay() {
    source().read(Platform.TIKTOK, "@sample.studio");
    source().read(Platform.INSTAGRAM, "sample.studio");
    source().read(Platform.YOUTUBE, "sample.studio");
    source().read(Platform.YOUTUBE, "UC0000000000000000000000");

    assertThat(apify.stub.seen(Call.START))
        .extracting(ApifyStub.Seen::body)
        .anyMatch(body -> body.contains("\"profiles\":[\"sample.studio\"]"))
        .anyMatch(
            body ->
                body.contains("\"directUrls\":[\"https://www.instagram.com/sample.studio/\"]")
                    && body.contains("\"resultsType\":\"details\""))
        .anyMatch(body -> body.contains("\"url\":\"https://www.youtube.com/@sample.studio\""))
        .anyMatch(
            body ->
                body.contains(
                    "\"url\":\"https://www.youtube.com/channel/UC0000000000000000000000\""));
  }

  @ParameterizedTest(name = "an account of {0} within {1}: asked {2}")
  @CsvSource({"YOUTUBE, 1, 0", "YOUTUBE, 2, 1", "TIKTOK, 1, 1", "INSTAGRAM, 1, 1"})
  void whatMayComeFitsUnderTheCap(Platform platform, int cap, int asked) {
    ApifyFixture capped = ApifyFixture.cappedAt(cap);
    try {
      Purpose.MONEY.get(() -> capped.profiles.read(platform, "someone"));

      assertThat(capped.stub.seen(Call.START)).hasSize(asked);
    } finally {
      capped.close();
    }
  }

  @Test
  void accountsAndListsOfInstagramAreNotAskedOfTheReelScraper() {
    ApifyFixture reels = new ApifyFixture("apify~instagram-reel-scraper");
    try {
      reels.profiles.read(Platform.INSTAGRAM, "sample.studio");
      for (Question.Kind kind : List.of(Question.Kind.ACCOUNT, Question.Kind.HASHTAG)) {
        reels.discovery.find(new Question(Platform.INSTAGRAM, kind, "sample.studio", 5));
      }
      reels.source.read(
          List.of(VideoRef.of(Platform.INSTAGRAM, "C1", "https://www.instagram.com/reel/C1/")));

      assertThat(reels.stub.seen(Call.START))
          .extracting(ApifyStub.Seen::path)
          .containsExactly(
              "/v2/actors/apify~instagram-scraper/runs",
              "/v2/actors/apify~instagram-scraper/runs",
              "/v2/actors/apify~instagram-scraper/runs",
              "/v2/actors/apify~instagram-reel-scraper/runs");
    } finally {
      reels.close();
    }
  }

  @Test
  void anOlderAddressOfYouTubeIsAskedForAsItIs() {
    source().read(Platform.YOUTUBE, "c/SampleStudio");
    source().read(Platform.YOUTUBE, "user/café");
    source().read(Platform.YOUTUBE, "user/a/b");

    assertThat(apify.stub.seen(Call.START))
        .extracting(ApifyStub.Seen::body)
        .anyMatch(body -> body.contains("\"url\":\"https://www.youtube.com/c/SampleStudio\""))
        .anyMatch(body -> body.contains("\"url\":\"https://www.youtube.com/user/caf%C3%A9\""))
        .anyMatch(body -> body.contains("\"url\":\"https://www.youtube.com/@user%2Fa%2Fb\""));
  }

  @Test
  void ofAnOlderAddressOnlyTheItemThatRepeatsItIsTheAccount() {
    apify.stub.unasked(channel("https://www.youtube.com/@SampleStudio", "other"));
    apify.stub.unasked(channel("https://www.youtube.com/c/samplestudio/about", "sample.handle"));

    assertThat(source().read(Platform.YOUTUBE, "c/SampleStudio"))
        .isInstanceOfSatisfying(
            ProfileReading.Ok.class,
            ok -> assertThat(ok.profile().handle()).isEqualTo("sample.handle"));
  }

  private static String channel(String asked, String name) {
    return "{\"inputChannelUrl\":\"%s\",\"channelUsername\":\"%s\"}".formatted(asked, name);
  }

  @Test
  void aHandleCannotReachAnotherPage() {
    source().read(Platform.INSTAGRAM, "a/../b?c");

    assertThat(apify.stub.seen(Call.START).getFirst().body())
        .contains("https://www.instagram.com/a%2F..%2Fb%3Fc/");
  }

  @Test
  void aRunThatFailedSaysOfNobodyThatHeIsGone() {
    apify.stub.statuses("FAILED");
    remove(Platform.TIKTOK, HANDLE);

    assertThat(source().read(Platform.TIKTOK, HANDLE)).isInstanceOf(ProfileReading.Unknown.class);
  }

  @Test
  void emptyOrPrivateMayMeanAnything() {
    apify.stub.unasked("{\"error\":\"no_items\",\"errorDescription\":\"Empty or private data\"}");

    assertThat(source().read(Platform.INSTAGRAM, HANDLE))
        .isInstanceOf(ProfileReading.Unknown.class);
  }

  @Test
  void aChannelIsKnownByItsIdAlone() {
    apify.stub.unasked(
        "{\"channelUrl\":\"http://www.youtube.com/channel/UC0000000000000000000000\","
            + "\"inputChannelUrl\":\"https://www.youtube.com/@SampleStudio/about\","
            + "\"channelDescription\":\"a code\",\"channelName\":\"Sample\"}");

    assertThat(source().read(Platform.YOUTUBE, "UC0000000000000000000000"))
        .isEqualTo(
            new ProfileReading.Ok(
                new Profile(
                    "UC0000000000000000000000",
                    "SampleStudio",
                    "Sample",
                    null,
                    "a code",
                    null,
                    null,
                    null)));
  }
}
