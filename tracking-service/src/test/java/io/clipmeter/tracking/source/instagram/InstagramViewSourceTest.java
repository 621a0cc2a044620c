package io.clipmeter.tracking.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSourceContract;
import io.clipmeter.tracking.source.connected.FakeAccounts;
import io.clipmeter.tracking.source.connected.JsonStub;
import io.clipmeter.tracking.source.connected.JsonStub.Canned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramViewSourceTest extends ViewSourceContract {
  private static final VideoRef OTHER =
      VideoRef.of(Platform.INSTAGRAM, "CxYz_-12346", "https://www.instagram.com/reel/CxYz_-12346/");
  private final InstagramStub instagram = new InstagramStub();
  private final SettableClock clock = instagram.clock;
  private final JsonStub stub = instagram.stub;
  private final FakeAccounts accounts = instagram.accounts;
  private final FakeMediaIds ids = instagram.ids;
  private final ViewSource source = instagram.source(3);

  @AfterEach
  void close() {
    instagram.close();
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
    instagram.tell(video, InstagramStub.metric("views", views));
  }

  @Override
  protected void hide(VideoRef video) {
    instagram.tell(video, "");
  }

  @Override
  protected void remove(VideoRef video) {
    ids.add(accounts.usual(), Map.of(video.key().id(), InstagramStub.id(video)), clock.instant());
    instagram.remove(video);
  }

  @Override
  protected void outage() {
    stub.always(new Canned(500, "{\"error\":{\"code\":2}}"));
  }

  @Test
  void allMetricsAreKeptAndItIsViewsThatAreCounted() {
    instagram.tell(
        INSTAGRAM,
        List.of(
                InstagramStub.metric("reach", 18),
                InstagramStub.metric("views", 25),
                InstagramStub.metric("likes", 3),
                InstagramStub.metric("comments", 0),
                InstagramStub.metric("saved", 4),
                InstagramStub.metric("shares", 1),
                InstagramStub.metric("total_interactions", 8))
            .stream()
            .collect(Collectors.joining(",")));

    Reading.Ok ok = (Reading.Ok) read(INSTAGRAM).of(INSTAGRAM.key());

    assertThat(ok.counts()).isEqualTo(new Counts(25, 3L, 0L, 1L, 4L));
    assertThat(ok.kind()).isEqualTo(Counts.Kind.VIEWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plays", "reach", "impressions", "video_views"})
  void noOtherMetricStandsInForViews(String name) {
    instagram.tell(INSTAGRAM, InstagramStub.metric(name, 25));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void whatIsSaidOfAnotherMediumIsNotTaken() {
    String views =
        "{\"name\":\"views\",\"period\":\"lifetime\",\"values\":[{\"value\":25}],\"id\":\"%s/insights/views/lifetime\"}";
    instagram.tell(INSTAGRAM, views.formatted(InstagramStub.id(OTHER)));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);

    instagram.tell(INSTAGRAM, views.formatted(InstagramStub.id(INSTAGRAM)));

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
    instagram.list(INSTAGRAM);
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);

    remove(INSTAGRAM);
    for (int i = 0; i < 150; i++) {
      show(numbered(i), 1);
    }
    assertThat(instagram.source(1).read(List.of(INSTAGRAM)).of(INSTAGRAM.key()))
        .isInstanceOf(Reading.Unknown.class);
    assertThat(instagram.source(2).read(List.of(INSTAGRAM)).of(INSTAGRAM.key()))
        .isInstanceOf(Reading.Gone.class);
  }

  @Test
  void whatAnotherAccountListedIsNotGoneForThisOneAndIsItsOwnOnceItListsIt() {
    show(OTHER, 1);
    ids.add(
        UUID.randomUUID(),
        Map.of(INSTAGRAM.key().id(), InstagramStub.id(INSTAGRAM)),
        clock.instant());
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);

    clock.advance(Duration.ofMinutes(5));
    show(INSTAGRAM, 7);
    show(numbered(1), 1);
    assertThat(read(numbered(1)).of(numbered(1).key())).as("listed").isInstanceOf(Reading.Ok.class);
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Ok.class);
    instagram.remove(INSTAGRAM);
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Gone.class);
  }

  @Test
  void whoCanReadAMediumHasNotListedIt() {
    show(INSTAGRAM, 7);
    ids.with(INSTAGRAM.key().id(), InstagramStub.id(INSTAGRAM));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Ok.class);
    assertThat(stub.seen("/v23.0/id-of-someone/media")).as("its list").isEmpty();
    assertThat(ids.of(List.of(INSTAGRAM.key().id())))
        .containsValue(new MediaIds.Medium(InstagramStub.id(INSTAGRAM), null));
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
    ids.add(accounts.usual(), Map.of(INSTAGRAM.key().id(), "17900"), clock.instant());
    stub.always(new Canned(status, "{\"error\":{\"message\":\"no\",\"code\":" + code + "}}"));

    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(stub.seen("/v23.0/17900/insights")).hasSize(calls);
  }
}
