package io.clipmeter.tracking.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSourceContract;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.connected.FakeAccounts;
import io.clipmeter.tracking.source.connected.JsonStub;
import io.clipmeter.tracking.source.connected.JsonStub.Canned;
import io.clipmeter.tracking.source.connected.JsonStub.Seen;
import io.clipmeter.tracking.source.connected.QuickCalls;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InstagramViewSourceTest extends ViewSourceContract {
  private static final VideoRef OTHER =
      VideoRef.of(Platform.INSTAGRAM, "CxYz_-12346", "https://www.instagram.com/reel/CxYz_-12346/");
  private static final String MISSING =
      "{\"error\":{\"message\":\"Unsupported get"
          + " request.\",\"type\":\"GraphMethodException\",\"code\":100,\"error_subcode\":33}}";

  private final Map<String, String> media = new ConcurrentHashMap<>();
  private final Map<String, Canned> insights = new ConcurrentHashMap<>();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final JsonStub stub = new JsonStub(this::answer);
  private final FakeAccounts accounts = new FakeAccounts();
  private final FakeMediaIds ids = new FakeMediaIds();
  private final ViewSource source = instagram(3);

  private ViewSource instagram(int pagesMax) {
    InstagramSettings settings =
        new InstagramSettings(
            stub.uri(), "v23.0", true, 5, pagesMax, QuickCalls.SETTINGS, ChargeSettings.FREE);
    return new InstagramViewSource(
        accounts,
        new InstagramClient(settings, QuickCalls.calls("instagram"), new JsonMapper()),
        ids,
        settings,
        new PartSettings(80),
        clock);
  }

  /** Pages of 100 of the account's media, or the insights of one. */
  private Canned answer(Seen request) {
    String[] parts = request.path().split("/", -1);
    if (parts[3].equals("insights")) {
      return insights.getOrDefault(parts[2], new Canned(400, MISSING));
    }
    int from =
        request.query().contains("after=")
            ? Integer.parseInt(request.query().replaceAll(".*after=", ""))
            : 0;
    String data =
        new TreeMap<>(media)
            .entrySet().stream()
                .skip(from)
                .limit(100)
                .map(
                    m -> "{\"id\":\"%s\",\"shortcode\":\"%s\"}".formatted(m.getValue(), m.getKey()))
                .collect(Collectors.joining(","));
    String paging =
        from + 100 < media.size()
            ? "{\"cursors\":{\"after\":\"%d\"},\"next\":\"https://x.example\"}"
                .formatted(from + 100)
            : "{\"cursors\":{\"after\":\"end\"}}";
    return new Canned(200, "{\"data\":[%s],\"paging\":%s}".formatted(data, paging));
  }

  private static String id(VideoRef video) {
    return "179" + Math.abs(video.key().id().hashCode());
  }

  private void tell(VideoRef video, String metrics) {
    media.put(video.key().id(), id(video));
    insights.put(id(video), new Canned(200, "{\"data\":[" + metrics + "]}"));
  }

  private static String metric(String name, Object value) {
    return """
    {"name":"%s","period":"lifetime","values":[{"value":%s}],"title":"...","description":"..."}
    """
        .formatted(name, value);
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
  protected VideoRef video() {
    return INSTAGRAM;
  }

  @Override
  protected VideoRef other() {
    return OTHER;
  }

  @Override
  protected VideoRef numbered(int i) {
    String code = "C%010d".formatted(i);
    return VideoRef.of(Platform.INSTAGRAM, code, "https://www.instagram.com/reel/" + code + "/");
  }

  @Override
  protected void show(VideoRef video, long views) {
    tell(video, metric("views", views));
  }

  @Override
  protected void hide(VideoRef video) {
    tell(video, "");
  }

  @Override
  protected void remove(VideoRef video) {
    ids.with(video.key().id(), id(video));
    media.remove(video.key().id());
    insights.remove(id(video));
  }

  @Override
  protected void outage() {
    stub.always(new Canned(500, "{\"error\":{\"code\":2}}"));
  }

  @Test
  void allMetricsAreKeptAndItIsViewsThatAreCounted() {
    tell(
        INSTAGRAM,
        List.of(
                metric("reach", 18),
                metric("views", 25),
                metric("likes", 3),
                metric("comments", 0),
                metric("saved", 4),
                metric("shares", 1),
                metric("total_interactions", 8))
            .stream()
            .collect(Collectors.joining(",")));

    Reading.Ok ok = (Reading.Ok) read(INSTAGRAM).of(INSTAGRAM.key());

    assertThat(ok.counts()).isEqualTo(new Counts(25, 3L, 0L, 1L, 4L));
    assertThat(ok.kind()).isEqualTo(Counts.Kind.VIEWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plays", "reach", "impressions", "video_views"})
  void noOtherMetricStandsInForViews(String name) {
    tell(INSTAGRAM, metric(name, 25));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void whatIsSaidOfAnotherMediumIsNotTaken() {
    String views =
        "{\"name\":\"views\",\"period\":\"lifetime\",\"values\":[{\"value\":25}],\"id\":\"%s/insights/views/lifetime\"}";
    tell(INSTAGRAM, views.formatted(id(OTHER)));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);

    tell(INSTAGRAM, views.formatted(id(INSTAGRAM)));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Ok.class);
  }

  @Test
  void whichMediumItIsIsLookedUpOnceForAllAndThenRemembered() {
    show(INSTAGRAM, 10);
    show(OTHER, 20);
    read(INSTAGRAM, OTHER);
    read(INSTAGRAM, OTHER);

    assertThat(stub.seen("/v23.0/id-of-someone/media")).hasSize(1);
    assertThat(stub.seen("/"))
        .allMatch(request -> request.authorization().equals("Bearer a-token"))
        .noneMatch(request -> request.query().contains("a-token"));
  }

  @Test
  void aVideoThatIsNotAmongTheAccountsMediaIsUnknown() {
    show(OTHER, 1);

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void aMissingMediumIsNotGoneWhereTheListStillHasItOrWasNotReadToItsEnd() {
    remove(INSTAGRAM);
    media.put(INSTAGRAM.key().id(), id(INSTAGRAM));
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);

    remove(INSTAGRAM);
    for (int i = 0; i < 150; i++) {
      show(numbered(i), 1);
    }
    assertThat(instagram(1).read(List.of(INSTAGRAM)).of(INSTAGRAM.key()))
        .isInstanceOf(Reading.Unknown.class);
    assertThat(instagram(2).read(List.of(INSTAGRAM)).of(INSTAGRAM.key()))
        .isInstanceOf(Reading.Gone.class);
  }

  @Test
  void aVideoWithoutATokenIsUnknownWithoutACall() {
    accounts.none(INSTAGRAM.key());
    accounts.of(OTHER.key(), FakeAccounts.account("other", null, "a-key"));

    assertThat(read(INSTAGRAM, OTHER).of(OTHER.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen("/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 10, 1",
    "401, 190, 1",
    "400, 100, 1",
    "403, 4, 3",
    "429, 0, 3",
    "500, 2, 3",
    "200, 0, 3"
  })
  void whatIsWorthAnotherTryIsTriedAgainAndNobodyIsGone(int status, int code, int calls) {
    ids.with(INSTAGRAM.key().id(), "17900");
    stub.always(new Canned(status, "{\"error\":{\"message\":\"no\",\"code\":" + code + "}}"));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen("/v23.0/17900/insights")).hasSize(calls);
  }

  @Test
  void aVideoThatIsNotAmongTheMediaIsSearchedForLessAndLess() {
    for (long minutes : List.of(5, 10, 20, 40, 80, 160, 320, 360, 360)) {
      int calls = stub.seen("/").size();
      source.read(List.of(INSTAGRAM));
      assertThat(stub.seen("/")).hasSize(calls + 1);
      clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      source.read(List.of(INSTAGRAM));
      assertThat(stub.seen("/")).hasSize(calls + 1);
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void aVideoThatWasPostedSecondsAgoIsFoundMinutesLater() {
    source.read(List.of(INSTAGRAM));
    tell(INSTAGRAM, metric("views", 7));
    clock.advance(Duration.ofMinutes(5));

    assertThat(source.read(List.of(INSTAGRAM)).of(INSTAGRAM.key())).isInstanceOf(Reading.Ok.class);
  }
}
