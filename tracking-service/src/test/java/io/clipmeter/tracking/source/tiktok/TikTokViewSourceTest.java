package io.clipmeter.tracking.source.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Reading.Unknown;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSource.Existence;
import io.clipmeter.tracking.source.ViewSourceContract;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.connected.FakeAccounts;
import io.clipmeter.tracking.source.connected.JsonStub;
import io.clipmeter.tracking.source.connected.JsonStub.Canned;
import io.clipmeter.tracking.source.connected.JsonStub.Seen;
import io.clipmeter.tracking.source.connected.QuickCalls;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TikTokViewSourceTest extends ViewSourceContract {
  private static final JsonMapper JSON = new JsonMapper();
  private static final VideoRef SHOWN =
      VideoRef.of(Platform.TIKTOK, "7512345678901238888", "https://t/7512345678901238888");
  private static final String EMBED =
      "{\"author_unique_id\":\"%s\",\"embed_product_id\":\"%s\",\"embed_type\":\"video\"}";

  private final Map<String, String> items = new ConcurrentHashMap<>();
  private final Map<String, Canned> embeds = new ConcurrentHashMap<>();
  private final JsonStub stub = new JsonStub(this::answer);
  private final FakeAccounts accounts = new FakeAccounts();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final ViewSource source = tiktok();

  private ViewSource tiktok() {
    TikTokSettings settings =
        new TikTokSettings(
            stub.uri(),
            stub.uri(),
            Duration.ofSeconds(1),
            true,
            5,
            QuickCalls.SETTINGS,
            ChargeSettings.FREE);
    return new TikTokViewSource(
        accounts,
        new TikTokClient(settings, QuickCalls.calls("tiktok"), JSON),
        new OEmbed(settings, QuickCalls.calls("tiktok-oembed"), JSON, clock),
        settings,
        new PartSettings(80),
        clock);
  }

  private Canned answer(Seen request) {
    if (request.path().startsWith("/oembed")) {
      return embeds.entrySet().stream()
          .filter(embed -> request.query().contains(embed.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(new Canned(400, "{\"message\":\"Something went wrong\",\"code\":400}"));
    }
    List<String> found =
        ids(request).stream().filter(items::containsKey).map(items::get).toList().reversed();
    return new Canned(200, videos(String.join(",", found)));
  }

  private static List<String> ids(Seen request) {
    return JSON.readTree(request.body()).at("/filters/video_ids").values().stream()
        .map(JsonNode::asString)
        .toList();
  }

  private static String videos(String items) {
    return """
    {"data":{"videos":[%s]},"error":{"code":"ok","message":"","log_id":"2026"}}
    """
        .formatted(items);
  }

  private static String item(String id, String views) {
    return """
    {"id":"%s","create_time":1751900293,"cover_image_url":"https://cdn.example/c.jpg",
     "share_url":"https://www.tiktok.com/@someone/video/1?utm_source=x","video_description":"...",
     "duration":20,"height":1024,"width":576,"title":"A title","like_count":158,"comment_count":12,
     "share_count":0%s}
    """
        .formatted(id, views);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"200, oEmbed answers", "500, oEmbed fails", "404, oEmbed fails"})
  void whoLooksAtTheProvidersSeesWhetherTheWitnessAnswers(int status, String said) {
    stub.always(new Canned(status, "{}"));

    assertThat(source.checkKey())
        .isInstanceOfSatisfying(
            KeyCheck.Unknown.class, check -> assertThat(check.detail()).contains(said));
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Override
  protected ViewSource source() {
    return source;
  }

  @Override
  protected void show(VideoRef video, long views) {
    items.put(video.key().id(), item(video.key().id(), ",\"view_count\":" + views));
    embed(video);
  }

  private void embed(VideoRef video) {
    String id = video.key().id();
    embeds.put(id, new Canned(200, EMBED.formatted("someone", id)));
  }

  @Override
  protected void hide(VideoRef video) {
    items.remove(video.key().id());
  }

  @Override
  protected void remove(VideoRef video) {
    items.remove(video.key().id());
    embeds.put(video.key().id(), new Canned(404, "{\"code\":404}"));
  }

  @Override
  protected void outage() {
    stub.always(new Canned(500, "{\"data\":{},\"error\":{\"code\":\"internal_error\"}}"));
  }

  @Test
  void allThatTheAnswerSaysIsKept() {
    show(TIKTOK, 2314);

    Reading.Ok ok = (Reading.Ok) read(TIKTOK).of(TIKTOK.key());

    assertThat(ok.counts()).isEqualTo(new Counts(2314, 158L, 12L, 0L, null));
    assertThat(ok.kind()).isEqualTo(Counts.Kind.VIEWS);
    assertThat(ok.facts().author()).isEqualTo(new Author(null, "someone", null, null));
    assertThat(ok.facts().durationSeconds()).isEqualTo(20);
    assertThat(ok.facts().postedAt()).isEqualTo(Instant.parse("2025-07-07T14:58:13Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",\"view_count\":null", ",\"view_count\":\"12\"", ",\"view_count\":-1"})
  void aCountThatIsNotThereIsUnknown(String views) {
    items.put(TIKTOK.key().id(), item(TIKTOK.key().id(), views));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isEqualTo(Reading.uncounted("no view_count"));
  }

  @Test
  void twentyVideosOfAnAccountGoIntoOneCallWithItsTokenInAHeader() {
    List<VideoRef> many = IntStream.range(0, 41).mapToObj(this::numbered).toList();
    accounts.of(many.getFirst().key(), FakeAccounts.account("other", "b-token", null));

    source().read(many);

    assertThat(stub.seen("/v2/video/query/"))
        .extracting(request -> ids(request).size() + " " + request.authorization())
        .containsExactlyInAnyOrder("20 Bearer a-token", "20 Bearer a-token", "1 Bearer b-token");
    assertThat(accounts.questions()).isEqualTo(1);
  }

  @Test
  void aVideoWithoutAnAccountOrATokenIsUnknownWithoutACall() {
    accounts.none(TIKTOK.key());
    accounts.of(OTHER_TIKTOK.key(), FakeAccounts.account("other", null, "a-key"));

    assertThat(read(TIKTOK, OTHER_TIKTOK).answers().values())
        .hasSize(2)
        .allMatch(Unknown.class::isInstance);
    assertThat(stub.seen("/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"someone, the account's own", "another, another account's"})
  void aVideoThatIsLeftOutButThereIsNotGone(String author, String detail) {
    String id = TIKTOK.key().id();
    embeds.put(id, new Canned(200, EMBED.formatted(author, id)));

    assertThat(read(TIKTOK).of(TIKTOK.key()))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.detail()).contains(detail);
              assertThat(unknown.shown()).isTrue();
            });
  }

  @Test
  void onlyA404OfTheSiteMakesAVideoGone() {
    show(SHOWN, 5);
    remove(TIKTOK);
    embeds.put(OTHER_TIKTOK.key().id(), new Canned(400, "{\"code\":400}"));

    var readings = read(TIKTOK, OTHER_TIKTOK, SHOWN);

    assertThat(readings.of(TIKTOK.key())).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));
    assertThat(readings.of(OTHER_TIKTOK.key())).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"400, ", "429, BUSY", "503, DOWN", "500, LOST", "200, SHAPE", "404, LOST"})
  void whereThePublicPageIsOutNobodyAnsweredAndAWitnessIsAskedOnce(
      int status, ProviderFault.@Nullable Kind fault) {
    embeds.put(TIKTOK.key().id(), new Canned(status, "{}"));

    assertThat(source.exists(TIKTOK, null)).isEqualTo(Existence.UNKNOWN);
    assertThat(stub.seen("/oembed")).hasSize(1);
    assertThat(((Unknown) read(TIKTOK).of(TIKTOK.key())).fault()).isEqualTo(fault);
  }

  @Test
  void whoShowsNothingElseSaysNothingByA404() {
    remove(TIKTOK);
    items.put(OTHER_TIKTOK.key().id(), item(OTHER_TIKTOK.key().id(), ",\"view_count\":7"));
    embeds.put(OTHER_TIKTOK.key().id(), new Canned(404, "{}"));

    assertThat(read(TIKTOK, OTHER_TIKTOK).of(TIKTOK.key())).isInstanceOf(Unknown.class);
    assertThat(source.exists(TIKTOK, OTHER_TIKTOK)).isEqualTo(Existence.UNKNOWN);
    assertThat(source.exists(TIKTOK, null)).isEqualTo(Existence.UNKNOWN);
  }

  @Test
  void whoHasShownSomethingIsKnownToDoSoForTenMinutes() {
    remove(TIKTOK);
    embed(SHOWN);
    assertThat(source.exists(SHOWN, null)).isEqualTo(Existence.THERE);
    clock.advance(OEmbed.SHOWS_FOR.minusMillis(1));
    int asked = stub.seen("/oembed").size();

    assertThat(source.exists(TIKTOK, SHOWN)).isEqualTo(Existence.NOT_THERE);
    assertThat(stub.seen("/oembed")).hasSize(asked + 1);
    clock.advance(Duration.ofMillis(1));
    assertThat(source.exists(TIKTOK, null)).isEqualTo(Existence.UNKNOWN);
    assertThat(source.exists(TIKTOK, SHOWN)).isEqualTo(Existence.NOT_THERE);
  }

  @ParameterizedTest
  @CsvSource({"200, THERE", "404, NOT_THERE", "400, UNKNOWN", "403, UNKNOWN", "500, UNKNOWN"})
  void thePublicPageTellsOfAnyVideoWhetherItIsThere(int status, Existence existence) {
    VideoRef foreign =
        VideoRef.of(Platform.TIKTOK, "7512345678901239999", "https://t/7512345678901239999");
    String id = foreign.key().id();
    embeds.put(id, new Canned(status, status == 200 ? EMBED.formatted("another", id) : "{}"));
    embed(SHOWN);

    assertThat(source.isWitness()).isTrue();
    assertThat(source.exists(foreign, SHOWN)).isEqualTo(existence);
  }

  @ParameterizedTest
  @CsvSource({
    "401, access_token_invalid, 1", "401, scope_not_authorized, 1", "400, invalid_params, 1",
    "429, rate_limit_exceeded, 3", "500, internal_error, 3", "200, rate_limit_exceeded, 3",
    "200, access_token_invalid, 1", "200, '', 3"
  })
  void whatIsWorthAnotherTryIsTriedAgainAndNobodyIsGone(int status, String code, int calls) {
    stub.always(new Canned(status, "{\"data\":{},\"error\":{\"code\":\"" + code + "\"}}"));

    assertThat(read(TIKTOK).of(TIKTOK.key())).isInstanceOf(Unknown.class);
    assertThat(stub.seen("/v2/video/query/")).hasSize(calls);
  }

  @Test
  void theWrongTokenOfOneAccountStopsNobodyElse() {
    stub.next(new Canned(401, "{\"data\":{},\"error\":{\"code\":\"access_token_invalid\"}}"));
    show(TIKTOK, 10);
    read(TIKTOK);

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isEqualTo(10);
  }
}
