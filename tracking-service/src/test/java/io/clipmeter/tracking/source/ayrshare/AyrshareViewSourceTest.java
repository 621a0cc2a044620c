package io.clipmeter.tracking.source.ayrshare;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSourceContract;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.FakeAllowance;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.connected.FakeAccounts;
import io.clipmeter.tracking.source.connected.QuickCalls;
import io.clipmeter.tracking.source.instagram.FakeMediaIds;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AyrshareViewSourceTest extends ViewSourceContract {
  private static final String MEDIA = "17912345678901234";

  private final AyrshareStub stub = new AyrshareStub();
  private final FakeAccounts accounts = new FakeAccounts();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final FakeAllowance allowance = new FakeAllowance(Clock.systemUTC());
  private final ViewSource source = ayrshare(20);

  private ViewSource ayrshare(int busyMax) {
    AyrshareSettings settings =
        new AyrshareSettings(
            stub.uri(), "the-key", 5, busyMax, QuickCalls.SETTINGS, ChargeSettings.FREE);
    return new AyrshareViewSource(
        accounts,
        new AyrshareClient(
            settings,
            new PartSettings(80),
            QuickCalls.calls("ayrshare", allowance),
            new JsonMapper(),
            clock),
        new FakeMediaIds().with(INSTAGRAM.key().id(), MEDIA),
        clock);
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Override
  protected ViewSource source() {
    return source;
  }

  private void tell(VideoRef video, String analytics) {
    String id = video.key().platform() == Platform.INSTAGRAM ? MEDIA : video.key().id();
    String network = video.key().platform().name().toLowerCase(Locale.ROOT);
    stub.answer(id, network, AyrshareStub.success(network, id, video.url(), analytics));
  }

  @Override
  protected void show(VideoRef video, long views) {
    String field =
        switch (video.key().platform()) {
          case TIKTOK -> "videoViews";
          case INSTAGRAM -> "viewsCount";
          case YOUTUBE -> "views";
        };
    tell(video, "{\"" + field + "\":" + views + "}");
  }

  @Override
  protected void hide(VideoRef video) {
    tell(video, "{}");
  }

  @Override
  protected void remove(VideoRef video) {
    stub.answer(video.key().id(), "tiktok", null);
  }

  @Override
  protected void outage() {
    stub.always(new Canned(502, "<html></html>"));
  }

  /** Code 114 is the answer about a video of somebody else as well. */
  @Test
  @Override
  protected void aVideoThatThePlatformDoesNotKnowIsSaidToBeGone() {
    show(OTHER_TIKTOK, 10);
    remove(TIKTOK);

    assertThat(read(TIKTOK, OTHER_TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void eachNetworkHasNamesOfItsOwn() {
    tell(
        TIKTOK,
        """
        {"commentsCount":12,"created":"2025-07-07T14:58:13Z","favorites":23,"likeCount":158,"shareCount":0,
         "reach":2105,"thumbnailUrl":"https://cdn.example/t.jpg","videoDuration":20,"videoViews":2314}
        """);
    tell(
        INSTAGRAM,
        """
        {"caption":"...","commentsCount":0,"created":"2025-06-15T03:24:40Z","likeCount":3,"playsCount":20,
         "igReelsAggregatedAllPlaysCount":25,"savedCount":0,"sharesCount":1,"viewsCount":24}
        """);
    tell(
        YOUTUBE,
        "{\"comments\":4,\"dislikes\":0,\"engagedViews\":240,\"likes\":2,\"shares\":1,\"views\":316}");

    var readings = read(TIKTOK, INSTAGRAM, YOUTUBE);

    Reading.Ok tiktok = (Reading.Ok) readings.of(TIKTOK.key());
    assertThat(tiktok.counts()).isEqualTo(new Counts(2314, 158L, 12L, 0L, 23L));
    assertThat(tiktok.facts().thumbnailUrl()).isEqualTo("https://cdn.example/t.jpg");
    assertThat(tiktok.facts().postedAt()).isEqualTo(Instant.parse("2025-07-07T14:58:13Z"));
    assertThat(((Reading.Ok) readings.of(INSTAGRAM.key())).counts())
        .isEqualTo(new Counts(24, 3L, 0L, 1L, 0L));
    assertThat(((Reading.Ok) readings.of(YOUTUBE.key())).counts())
        .isEqualTo(new Counts(316, 2L, 4L, 1L, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"views\":5}", "{\"viewsCount\":5}", "{\"videoViews\":null}"})
  void anotherNetworksFieldIsNoNumber(String analytics) {
    tell(TIKTOK, analytics);

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
  }

  @ParameterizedTest(name = "{0} at {1}: a number is {2}")
  @CsvSource({
    "TIKTOK, 2025-07-09T14:58:10Z, false",
    "TIKTOK, 2025-07-09T14:58:11Z, true",
    "INSTAGRAM, 2025-07-07T14:58:14Z, true",
    "YOUTUBE, 2030-01-01T00:00:00Z, false"
  })
  void aZeroIsOnlyOneWhereItCannotBeALag(Platform platform, Instant now, boolean number) {
    clock.set(now);
    VideoRef video =
        switch (platform) {
          case TIKTOK -> TIKTOK;
          case INSTAGRAM -> INSTAGRAM;
          case YOUTUBE -> YOUTUBE;
        };
    show(video, 0);

    assertThat(read(video).of(video.key()) instanceof Reading.Ok).isEqualTo(number);
  }

  @Test
  void aZeroOfAForeignVideoIsUnknown() {
    accounts.of(TIKTOK.key(), FakeAccounts.account("another", null, "a-key"));
    show(TIKTOK, 0);

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void itIsAskedAsJsonByNativeIdForOneNetworkInTheNameOfTheProfile() {
    show(TIKTOK, 1);
    read(TIKTOK);

    var request = stub.seen().getFirst();
    assertThat(request.path()).isEqualTo("/api/analytics/post");
    assertThat(request.authorization()).isEqualTo("Bearer the-key");
    assertThat(request.profileKey()).isEqualTo("a-key");
    assertThat(request.body())
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    "{\"id\":\"7524354452762037512\",\"platforms\":[\"tiktok\"],\"searchPlatformId\":true}"));
  }

  @Test
  void ofAPartialAnswerOnlyWhatIsThereIsANumber() {
    stub.always(
        new Canned(
            200,
            """
            {"youtube":{"id":"aBcDeFgHiJ0","postUrl":"https://www.youtube.com/watch?v=aBcDeFgHiJ0","analytics":{"views":316}},
             "status":"partial",
             "errors":[{"action":"analytics","status":"error","code":161,"message":"...","platform":"tiktok"}]}
            """));

    var readings = read(TIKTOK, YOUTUBE);

    assertThat(views(readings.of(YOUTUBE.key()))).isEqualTo(316);
    assertThat(readings.of(TIKTOK.key()))
        .isInstanceOfSatisfying(
            Reading.Unknown.class, unknown -> assertThat(unknown.detail()).contains("code 161"));
  }

  @Test
  void anAnswerAboutAnotherVideoIsUnknown() {
    stub.always(
        new Canned(200, AyrshareStub.success("tiktok", "1", TIKTOK.url(), "{\"videoViews\":5}")));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void aVideoWithoutAProfileIsUnknownWithoutACall() {
    accounts.none(TIKTOK.key());
    accounts.of(OTHER_TIKTOK.key(), FakeAccounts.account("other", "a-token", null));

    assertThat(read(TIKTOK, OTHER_TIKTOK).of(OTHER_TIKTOK.key()))
        .isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 156, 1",
    "403, 0, 1",
    "401, 102, 1",
    "402, 0, 1",
    "404, 114, 1",
    "429, 429, 3",
    "500, 0, 3"
  })
  void whatIsWorthAnotherTryIsTriedAgain(int status, int code, int calls) {
    stub.always(new Canned(status, "{\"status\":\"error\",\"code\":" + code + "}"));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen()).hasSize(calls);
  }

  @Test
  void aProfileThatWasTooBusyTodayIsLeftAloneUntilTomorrowAndNobodyElseIs() {
    ViewSource source = ayrshare(3);
    accounts.of(OTHER_TIKTOK.key(), FakeAccounts.account("someone", null, "b-key"));
    show(TIKTOK, 10);
    show(OTHER_TIKTOK, 20);
    stub.next(new Canned(429, "{}"), new Canned(429, "{}"), new Canned(429, "{}"));
    source.read(java.util.List.of(TIKTOK));

    assertThat(stub.seen()).hasSize(3);
    assertThat(source.read(java.util.List.of(TIKTOK)).of(TIKTOK.key()))
        .isInstanceOfSatisfying(
            Reading.Unknown.class,
            unknown -> assertThat(unknown.fault()).isEqualTo(ProviderFault.Kind.BUSY));
    assertThat(stub.seen()).hasSize(3);
    assertThat(allowance.taken()).isEqualTo(3);
    assertThat(views(source.read(java.util.List.of(OTHER_TIKTOK)).of(OTHER_TIKTOK.key())))
        .isEqualTo(20);
    clock.advance(Duration.ofHours(12));
    assertThat(views(source.read(java.util.List.of(TIKTOK)).of(TIKTOK.key()))).isEqualTo(10);
  }

  @Test
  void aProfileThatIsToWaitHoldsUpNobodyElse() {
    ViewSource source = ayrshare(200);
    accounts.of(OTHER_TIKTOK.key(), FakeAccounts.account("someone", null, "b-key"));
    show(TIKTOK, 10);
    show(OTHER_TIKTOK, 20);
    stub.next(new Canned(429, "{}", 3_600));
    source.read(java.util.List.of(TIKTOK));

    assertThat(views(source.read(java.util.List.of(OTHER_TIKTOK)).of(OTHER_TIKTOK.key())))
        .isEqualTo(20);
    assertThat(source.read(java.util.List.of(TIKTOK)).of(TIKTOK.key()))
        .isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen()).hasSize(2);
  }

  @ParameterizedTest(name = "{0} of GET /user: {1}")
  @CsvSource({"200, Good", "401, Refused", "500, Unknown"})
  void theKeyIsOneForAllAndIsChecked(int status, String verdict) {
    stub.next(new Canned(status, "{}"));

    assertThat(source().checkKey().getClass().getSimpleName()).isEqualTo(verdict);
    assertThat(stub.seen().getLast().path()).endsWith("/user");
    assertThat(stub.seen().getLast().authorization()).isEqualTo("Bearer the-key");
  }
}
