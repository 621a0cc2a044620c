package io.clipmeter.tracking.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSourceContract;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.FakeAllowance;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.youtube.YouTubeStub.Canned;
import io.clipmeter.tracking.source.youtube.YouTubeStub.Seen;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class YouTubeViewSourceTest extends ViewSourceContract {
  private static final VideoRef OTHER =
      VideoRef.of(Platform.YOUTUBE, "aBcDeFgHij0", "https://www.youtube.com/watch?v=aBcDeFgHij0");

  private static final SettableClock CLOCK = SettableClock.at("2026-03-01T12:00:00Z");

  private final YouTubeStub stub = new YouTubeStub();
  private final ViewSource source = youtube(stub.uri());

  @AfterEach
  void close() {
    stub.close();
  }

  @Override
  protected ViewSource source() {
    return source;
  }

  private static ProviderDesk desk() {
    return desk(new FakeAllowance(CLOCK));
  }

  private static ProviderDesk desk(FakeAllowance allowance) {
    return new ProviderDesk(
        CircuitBreakerRegistry.ofDefaults(), allowance, new SimpleMeterRegistry(), CLOCK);
  }

  private static ViewSource youtube(URI uri) {
    return youtube(uri, ChargeSettings.FREE, desk());
  }

  private static ViewSource youtube(URI uri, ChargeSettings charges, ProviderDesk desk) {
    YouTubeSettings settings =
        new YouTubeSettings(
            uri,
            "a-key",
            50,
            5,
            new CallSettings(
                100_000,
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)),
            charges);
    ProviderCalls calls = desk.calls(Source.YOUTUBE, settings.calls(), settings.charges());
    return new YouTubeViewSource(
        new YouTubeClient(settings, calls, new JsonMapper()),
        settings,
        new PartSettings(80),
        SettableClock.at("2026-03-01T12:00:00Z"));
  }

  @Override
  protected VideoRef video() {
    return YOUTUBE;
  }

  @Override
  protected VideoRef other() {
    return OTHER;
  }

  @Override
  protected VideoRef numbered(int i) {
    String id = "v%010d".formatted(i);
    return VideoRef.of(Platform.YOUTUBE, id, "https://www.youtube.com/watch?v=" + id);
  }

  @Override
  protected void show(VideoRef video, long views) {
    statistics(video, "{\"viewCount\":\"" + views + "\"}");
  }

  @Override
  protected void hide(VideoRef video) {
    statistics(video, "{}");
  }

  @Override
  protected void remove(VideoRef video) {
    stub.item(video.key().id(), null);
  }

  @Override
  protected void outage() {
    stub.always(new Canned(500, "{\"error\":{\"code\":500,\"message\":\"no\"}}"));
  }

  @Test
  void eachRequestThatWasSentCostsAUnitRefusedOrNot() {
    ChargeSettings threeUnits =
        new ChargeSettings(
            BigDecimal.ZERO, BigDecimal.ZERO, null, 3L, ChargeSettings.Span.DAY, ZoneOffset.UTC);
    ViewSource capped = youtube(stub.uri(), threeUnits, desk());
    show(YOUTUBE, 316);
    stub.next(
        new Canned(400, "{\"error\":{\"code\":400,\"errors\":[{\"reason\":\"badRequest\"}]}}"),
        new Canned(500, "{}"));

    Reading refused = readForMoney(capped);
    Reading good = readForMoney(capped);
    Reading beyond = readForMoney(capped);

    assertThat(refused).isInstanceOf(Reading.Unknown.class);
    assertThat(good).isInstanceOf(Reading.Ok.class);
    assertThat(((Reading.Unknown) beyond).fault()).isEqualTo(ProviderFault.Kind.CAPPED);
    assertThat(stub.seen()).hasSize(3);
  }

  private static Reading readForMoney(ViewSource source) {
    return Purpose.MONEY.get(() -> source.read(List.of(YOUTUBE))).of(YOUTUBE.key());
  }

  @Test
  void allThatTheAnswerSaysIsKept() {
    statistics(
        YOUTUBE,
        "{\"viewCount\":\"316\",\"likeCount\":\"2\",\"favoriteCount\":\"0\",\"commentCount\":\"4\"}");

    assertThat(read(YOUTUBE).of(YOUTUBE.key()))
        .isEqualTo(
            new Reading.Ok(
                new Counts(316, 2L, 4L, null, null),
                new VideoFacts(
                    new Author(
                        "UC0000000000000000000000", "UC0000000000000000000000", "Someone", null),
                    "A title",
                    null,
                    List.of("one", "two"),
                    List.of(),
                    1631L,
                    "https://i.example/high.jpg",
                    Instant.parse("2025-06-16T20:09:39Z"))));
  }

  @Test
  void hiddenCountsAreNotZero() {
    statistics(YOUTUBE, "{\"viewCount\":\"5\",\"favoriteCount\":\"0\"}");

    assertThat(((Reading.Ok) read(YOUTUBE).of(YOUTUBE.key())).counts())
        .isEqualTo(Counts.ofViews(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"316", "\"-1\"", "\"1.5\"", "\"\"", "\"1,234\"", "null", "\"1e3\"", "{}"})
  void aCountThatIsNotDigitsInTextIsUnknown(String count) {
    statistics(YOUTUBE, "{\"viewCount\":" + count + "}");

    assertThat(read(YOUTUBE).of(YOUTUBE.key())).isEqualTo(Reading.uncounted("no viewCount"));
  }

  @Test
  void fiftyIdsGoIntoOneCallWithTheKeyInAHeaderOnly() {
    List<VideoRef> many =
        java.util.stream.IntStream.range(0, 101).mapToObj(this::numbered).toList();

    source().read(many);

    assertThat(stub.seen())
        .extracting(seen -> seen.ids().size())
        .containsExactlyInAnyOrder(50, 50, 1);
    assertThat(stub.seen()).extracting(Seen::key).containsOnly("a-key");
    assertThat(stub.seen()).noneMatch(seen -> seen.path().contains("a-key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"kind\":\"youtube#videoListResponse\"}",
        "{\"kind\":\"youtube#videoListResponse\",\"items\":{}}",
        "{\"kind\":\"youtube#searchListResponse\",\"items\":[]}",
        "{\"kind\":\"youtube#videoListResponse\",\"items\":[],\"pageInfo\":{\"totalResults\":1}}",
        "{'kind':'youtube#videoListResponse','items':[{'statistics':{'viewCount':'5'}}],'pageInfo':{'totalResults':1}}",
        "{'kind':'youtube#videoListResponse','items':[{'id':7}],'pageInfo':{'totalResults':1}}",
        "{'kind':'youtube#videoListResponse','items':[{'id':'00000000000'}],'pageInfo':{'totalResults':1}}",
        "<html></html>",
        "{\"kind\":\"youtube#videoListRes"
      })
  void anAnswerThatIsNoWholeListMakesNobodyGone(String body) {
    stub.always(new Canned(200, body.replace('\'', '"')));

    assertThat(read(YOUTUBE).of(YOUTUBE.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void aListOfOtherVideosMakesNobodyGone() {
    String other = YouTubeStub.video(OTHER.key().id(), "{\"viewCount\":\"7\"}");
    stub.always(new Canned(200, YouTubeStub.list(other, 1)));

    assertThat(read(YOUTUBE).of(YOUTUBE.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void anEmptyListThatIsWholeSaysThatTheVideoIsGone() {
    stub.always(new Canned(200, YouTubeStub.list("", 0)));

    assertThat(read(YOUTUBE).of(YOUTUBE.key()))
        .isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "403,quotaExceeded,1", "403,accessNotConfigured,1", "400,API_KEY_INVALID,1", "401,authError,1",
    "429,rateLimitExceeded,3", "403,rateLimitExceeded,3", "500,backendError,3", "503,x,3",
    "400,missingRequiredParameter,1"
  })
  void whatIsWorthAnotherTryIsTriedAgainAndNothingElse(int status, String reason, int calls) {
    stub.always(
        new Canned(
            status,
            "{\"error\":{\"code\":%d,\"errors\":[{\"reason\":\"%s\"}],\"details\":[{\"reason\":\"%s\"}]}}"
                .formatted(
                    status, reason.equals("API_KEY_INVALID") ? "badRequest" : reason, reason)));

    assertThat(read(YOUTUBE).of(YOUTUBE.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen()).hasSize(calls);
  }

  @Test
  void afterASpentQuotaItIsNotAskedAgainForAWhile() {
    stub.next(new Canned(403, "{\"error\":{\"errors\":[{\"reason\":\"quotaExceeded\"}]}}"));
    show(YOUTUBE, 10);

    read(YOUTUBE);
    read(YOUTUBE);

    assertThat(stub.seen()).hasSize(1);
  }

  @Test
  void aPassingFaultIsNotNoticed() {
    stub.next(new Canned(503, "busy"), new Canned(200, "{\"kind\":\"youtu"));
    show(YOUTUBE, 10);

    assertThat(views(read(YOUTUBE).of(YOUTUBE.key()))).isEqualTo(10);
  }

  private void statistics(VideoRef video, String statistics) {
    stub.item(video.key().id(), YouTubeStub.video(video.key().id(), statistics));
  }
}
