package io.clipmeter.tracking.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LookUpIT extends Stage {
  private static final String TRIAL = "/api/test/view-tracking";
  private static final String TIKTOK_ID = "7512345678901234567";
  private static final String TIKTOK_URL =
      "https://www.tiktok.com/@someone/video/" + TIKTOK_ID + "?lang=en";
  private static final VideoKey TIKTOK = new VideoKey(Platform.TIKTOK, TIKTOK_ID);
  private static final VideoKey YOUTUBE = new VideoKey(Platform.YOUTUBE, "dQw4w9WgXcQ");

  @BeforeEach
  void anotherTime() {
    clock.advance(Duration.ofDays(next()));
    platforms.tell(
        TIKTOK,
        new Reading.Ok(
            new Counts(150_247, 3L, null, 0L, null),
            new VideoFacts(
                new Author("1", "someone", null, null),
                "A title",
                null,
                List.of(),
                List.of(),
                15L,
                null,
                Instant.parse("2025-01-15T08:00:00Z"))));
  }

  /** So that what one test has cached is old for the next. */
  private static int next() {
    return ++tests;
  }

  private static int tests;

  @Test
  void eachUrlGetsItsAnswer() {
    platforms.remove(YOUTUBE);

    JsonNode items =
        trial(TIKTOK_URL, "https://youtu.be/dQw4w9WgXcQ", "https://evil.example/x")
            .json()
            .path("items");

    assertThat(items.path(0).path("status").asString()).isEqualTo("OK");
    assertThat(items.path(0).path("url").asString()).isEqualTo(TIKTOK_URL);
    assertThat(items.path(0).path("views").asLong()).isEqualTo(150_247);
    assertThat(items.path(0).path("comments").isNull()).isTrue();
    assertThat(items.path(0).path("creator").asString()).isEqualTo("@someone");
    assertThat(items.path(1).path("status").asString()).isEqualTo("GONE");
    assertThat(items.path(1).path("reason").asString()).isEqualTo("not-found");
    assertThat(items.path(2).path("status").asString()).isEqualTo("REFUSED");
    assertThat(items.path(2).path("reason").asString()).isEqualTo("unsupported-host");
    assertThat(jdbc.sql("SELECT count(*) FROM clip").query(Long.class).single()).isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM video").query(Long.class).single()).isZero();
  }

  @Test
  void aShortLinkIsLookedUpWhereItLeads() {
    String dead = "https://vm.tiktok.com/ZMdead001/";
    String led = "https://vm.tiktok.com/ZMleads02/";
    String silent = "https://vm.tiktok.com/ZMsilent1/";
    links.lead("ZMdead001", new Resolution.Refused(Resolution.Refusal.NOT_FOUND));
    links.lead(
        "ZMleads02",
        new Resolution.Resolved(new VideoUrl.Video(Platform.TIKTOK, TIKTOK_ID, TIKTOK_URL)));

    JsonNode items = trial(led, dead, silent).json().path("items");

    assertThat(items.path(0).path("views").asLong()).isEqualTo(150_247);
    assertThat(items.path(0).path("url").asString()).isEqualTo(led);
    assertThat(items.path(1).path("status").asString()).isEqualTo("REFUSED");
    assertThat(items.path(1).path("reason").asString()).isEqualTo("short-link-unresolvable");
    assertThat(items.path(2).path("status").asString()).isEqualTo("UNKNOWN");
    assertThat(items.path(2).path("reason").asString()).isEqualTo("platform-not-answering");
    assertThat(one(led).status()).isEqualTo(200);
    assertThat(one(dead).status()).isEqualTo(422);
    assertThat(one(dead).problem()).isEqualTo("short-link-unresolvable");
    assertThat(one(silent).status()).isEqualTo(503);
    assertThat(one(silent).problem()).isEqualTo("platform-not-answering");
  }

  private Answer one(String url) {
    return service.get("/api/view-tracking/update?testUrl=" + url);
  }

  @Test
  void anAnswerIsGivenAgainForFiveMinutes() {
    trial(TIKTOK_URL);
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    trial(TIKTOK_URL);
    assertThat(platforms.asked(TIKTOK)).isOne();

    clock.advance(Duration.ofMillis(1));
    trial(TIKTOK_URL);
    assertThat(platforms.asked(TIKTOK)).isEqualTo(2);
  }

  @Test
  void whatNobodyCouldSayIsAskedAgain() {
    platforms.outage(true);
    assertThat(trial(TIKTOK_URL).json().path("items").path(0).path("status").asString())
        .isEqualTo("UNKNOWN");

    platforms.outage(false);
    assertThat(trial(TIKTOK_URL).json().path("items").path(0).path("status").asString())
        .isEqualTo("OK");
  }

  @Test
  void oneUrlIsReadByItself() {
    JsonNode found =
        service.get("/api/view-tracking/update?testUrl=" + TIKTOK_URL.replace("?", "%3F")).json();

    assertThat(found.path("views").asLong()).isEqualTo(150_247);
    assertThat(service.get("/api/view-tracking/update").status()).isEqualTo(400);
  }

  @Test
  void aTikTokVideoIsShownAsFrontEndsOfOldKnowIt() {
    JsonNode video = service.get("/api/tiktok/video/" + TIKTOK_ID).json();

    assertThat(video.path("views").asLong()).isEqualTo(150_247);
    assertThat(video.path("creator").asString()).isEqualTo("@someone");
    assertThat(video.path("title").asString()).isEqualTo("A title");
    assertThat(video.path("created_at").asString()).isEqualTo("2025-01-15T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "abc", "75123456789012345678", "7512345678901234567%2F..", "-1"})
  void whatIsNoIdIsNoVideo(String id) {
    assertThat(service.get("/api/tiktok/video/" + id).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({TRIAL + ",urls", "/api/tiktok/batch-views,video_urls"})
  void halfACharacterIsAnsweredToLikeAnyBadUrl(String path, String name) {
    Answer answer = service.post(path, "{\"" + name + "\":[\"\\ud83d\",\"https://x\\udfff/\"]}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("items").values())
        .extracting(item -> item.path("status").asString())
        .containsExactly("REFUSED", "REFUSED");
  }

  @Test
  void aVideoThatNobodyCouldReadIsNotSaidToBeGone() {
    platforms.outage(true);

    Answer answer = service.get("/api/tiktok/video/" + TIKTOK_ID);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("views-unknown");
  }

  @Test
  void aBatchReadsOnlyTikTokAndOnceEach() {
    JsonNode items =
        service
            .post(
                "/api/tiktok/batch-views",
                "{\"video_urls\":[\"%s\",\"https://youtu.be/dQw4w9WgXcQ\",\"%s\"]}"
                    .formatted(TIKTOK_URL, TIKTOK_URL))
            .json()
            .path("items");

    assertThat(items.values())
        .extracting(item -> item.path("status").asString())
        .containsExactly("OK", "REFUSED", "OK");
    assertThat(platforms.asked(TIKTOK)).isOne();
    assertThat(platforms.asked(YOUTUBE)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        TRIAL + " | {}",
        TRIAL + " | {'urls':[]}",
        TRIAL + " | {'urls':['a','b','c','d']}",
        TRIAL + " | {'urls':[null]}",
        TRIAL + " | {'urls':'a'}",
        "/api/tiktok/batch-views | {}",
        "/api/tiktok/batch-views | {'video_urls':[]}",
        "/api/tiktok/batch-views | {'video_urls':[1]}"
      })
  void badBodiesAreRefused(String path, String body) {
    Answer answer = service.post(path, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(platforms.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/test/view-tracking",
    "POST,/api/tiktok/batch-views",
    "GET,/api/tiktok/video/1",
    "GET,/api/view-tracking/update?testUrl=x"
  })
  void onlyAdminsLookUp(String method, String path) {
    assertThat(service.send(method, path, TestTokens.clipper("c1"), "{}").status()).isEqualTo(403);
  }

  private Answer trial(String... urls) {
    String all = String.join("\",\"", urls);
    return service.post(TRIAL, "{\"urls\":[\"" + all + "\"]}");
  }
}
