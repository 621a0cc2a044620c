package io.clipmeter.tracking.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which counts people are shown. */
class BelievedCountsIT extends Stage {
  private static final String TRIAL = "/api/test/view-tracking";
  private static final String TIKTOK_ID = "7512345678901234599";
  private static final String TIKTOK_URL =
      "https://www.tiktok.com/@someone/video/" + TIKTOK_ID + "?lang=en";
  private static final VideoKey TIKTOK = new VideoKey(Platform.TIKTOK, TIKTOK_ID);

  /** So that what one test has cached is old for the next. */
  @BeforeEach
  void anotherTime() {
    clock.advance(Duration.ofDays(++tests));
  }

  private static int tests;

  @ParameterizedTest
  @ValueSource(longs = {-5, Long.MIN_VALUE, 1_000_000_000_001L, Long.MAX_VALUE})
  void aNumberThatCannotBeIsNotShown(long views) {
    tell(views);

    isImplausible();
  }

  @Test
  void aFallToNothingIsNotShownWhereMoreIsKnown() {
    tell(0);
    assertThat(trial(TIKTOK_URL).json().path("items").path(0).path("views").asLong(-1)).isZero();
    known(1);

    isImplausible();
  }

  @Test
  void aFallToLessIsShown() {
    known(1_000_000);
    tell(1);

    assertThat(trial(TIKTOK_URL).json().path("items").path(0).path("views").asLong()).isOne();
  }

  private void tell(long views) {
    platforms.tell(TIKTOK, new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE));
  }

  @Test
  void aCountThatARoundWouldReadAgainFirstIsNotShown() {
    known(1_000);
    tell(2_001_001);
    isImplausible();
    clock.advance(Duration.ofHours(1));
    tell(2_001_000);

    assertThat(trial(TIKTOK_URL).json().path("items").path(0).path("views").asLong())
        .isEqualTo(2_001_000);
  }

  @ParameterizedTest
  @CsvSource({"AYRSHARE, 0, OK", "APIFY, 0, IMPLAUSIBLE", "AYRSHARE, 9000000, OK"})
  void onlyNumbersOfOneKindAreHeldAgainstEachOther(Source known, long plays, String status) {
    String url = "https://www.instagram.com/reel/C1a2b3c4d5e/";
    VideoKey video = new VideoKey(Platform.INSTAGRAM, "C1a2b3c4d5e");
    known(video, 5_000, known);
    platforms.tell(
        video, new Reading.Ok(Counts.ofViews(plays), VideoFacts.NONE, Counts.Kind.PLAYS));

    assertThat(trial(url).json().path("items").path(0).path("status").asString()).isEqualTo(status);
  }

  private void known(long views) {
    known(TIKTOK, views, Source.APIFY);
  }

  private void known(VideoKey video, long views, Source source) {
    jdbc.sql(
            "INSERT INTO video (platform, video_id, canonical_url, views, observed_at, seen_at,"
                + " source) VALUES (:platform, :id, 'https://x', :views, :now, :now, :source)")
        .param("platform", video.platform().name())
        .param("id", video.id())
        .param("views", views)
        .param("now", Timestamp.from(clock.instant()))
        .param("source", source.name())
        .update();
  }

  private void isImplausible() {
    List<JsonNode> shown =
        List.of(
            trial(TIKTOK_URL).json().path("items").path(0),
            one(TIKTOK_URL.replace("?", "%3F")).json(),
            service
                .post("/api/tiktok/batch-views", "{\"video_urls\":[\"" + TIKTOK_URL + "\"]}")
                .json()
                .path("items")
                .path(0));
    assertThat(shown)
        .allSatisfy(
            item -> {
              assertThat(item.path("status").asString()).isEqualTo("IMPLAUSIBLE");
              assertThat(item.path("reason").asString()).isEqualTo("implausible");
              assertThat(item.path("views").isNull()).isTrue();
            });
    Answer video = service.get("/api/tiktok/video/" + TIKTOK_ID);
    assertThat(video.status()).isEqualTo(503);
    assertThat(video.problem()).isEqualTo("views-unknown");
  }

  private Answer one(String url) {
    return service.get("/api/view-tracking/update?testUrl=" + url);
  }

  private Answer trial(String... urls) {
    String all = String.join("\",\"", urls);
    return service.post(TRIAL, "{\"urls\":[\"" + all + "\"]}");
  }
}
