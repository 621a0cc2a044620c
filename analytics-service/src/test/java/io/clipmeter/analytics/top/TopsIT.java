package io.clipmeter.analytics.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.clipmeter.analytics.Records;
import io.clipmeter.analytics.SaidVideo;
import io.clipmeter.analytics.Service;
import io.clipmeter.analytics.ServiceTest;
import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Platform;
import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums over a time, of a year that no other test posts in. */
@ServiceTest
class TopsIT {
  private static final Instant MAY = Instant.parse("1999-05-10T00:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("1999-05-12");

  private final String some = UUID.randomUUID().toString();

  @Autowired Service service;
  @Autowired Records records;
  @Autowired Tops tops;
  @Autowired JdbcClient jdbc;

  @Test
  void theMostViewedComeFirst() {
    fiveVideos();

    assertThat(list(TopKind.HASHTAG, 3))
        .extracting(
            top ->
                top.platform()
                    + " "
                    + top.name()
                    + " "
                    + top.videos()
                    + " "
                    + top.counted()
                    + " "
                    + top.views())
        .containsExactly("TIKTOK cats 2 2 550", "TIKTOK dogs 2 1 50", "YOUTUBE dogs 1 1 7");
    assertThat(list(TopKind.CREATOR, 3))
        .extracting(Top::name, Top::title, Top::mostViewed)
        .containsExactly(
            tuple("anna", "Nick of Anna", "TIKTOK:1" + some),
            tuple("bea", "Nick of bea", "TIKTOK:4" + some));
    assertThat(list(TopKind.SOUND, 3))
        .extracting(Top::name, Top::title, Top::videos)
        .containsExactly(tuple("s-" + some, "Title of s-" + some, 2L));
    assertThat(tops.list(TopKind.HASHTAG, new TopWindow(3, Platform.YOUTUBE, 1), LAST)).hasSize(1);
    assertThat(tops.list(TopKind.HASHTAG, new TopWindow(3, null, 2), LAST)).hasSize(2);
  }

  @Test
  void playsAreNotAddedToViews() {
    LocalDate day = LocalDate.parse("1998-05-10");
    SaidVideo reel = reel("1").counting(CountMetric.PLAYS);
    SaidVideo post = reel("2").counting(CountMetric.VIEWS);
    records.say(
        reel.views(1_000).observed(),
        post.views(300).observed(),
        reel("3").views(20).counting(CountMetric.VIEWS).observed(),
        SaidVideo.of(Platform.YOUTUBE, "4" + some)
            .postedAt(Instant.parse("1998-05-10T00:00:00Z"))
            .views(900)
            .tagged("mixed")
            .observed());

    await().untilAsserted(() -> assertThat(mixed(day)).containsExactly("3 320 1000", "1 900 0"));
    records.say(post.at(1).views(400).counting(CountMetric.PLAYS).observed());
    await().untilAsserted(() -> assertThat(mixed(day)).containsExactly("3 20 1400", "1 900 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"days=0", "days=366", "days=x", "limit=0", "limit=101", "platform=VINE"})
  void whatMakesNoSenseIsRefused(String query) {
    assertThat(List.of("hashtags", "sounds", "creators"))
        .allSatisfy(
            kind -> {
              var answer =
                  service.get("/api/analytics/" + kind + "?" + query, TestTokens.admin("ada"));
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
              assertThat(answer.body()).contains("problems/invalid-request");
            });
  }

  @Test
  void theLastDayIsToday() {
    var answer = service.get("/api/analytics/sounds?days=365&limit=100", TestTokens.admin("ada"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"from\":\"20").contains("\"items\":[");
    assertThat(new TopWindow(1, null, null).first(LAST)).isEqualTo(LAST);
    assertThat(new TopWindow(null, null, null).first(LAST)).isEqualTo(LAST.minusDays(29));
  }

  /** Of three days, one of a fourth, and nothing else of that time. */
  private void fiveVideos() {
    jdbc.sql("DELETE FROM found_day WHERE day < '2000-01-01'").update();
    SaidVideo first = video("1", 0).views(100).by("Anna").with("s-" + some).tagged("Cats", "CATS");
    records.say(
        first.observed(),
        first.at(2).views(500).observed(),
        video("2", 2).views(50).by("anna").with("s-" + some).tagged("cats", "dogs").observed(),
        video("3", 2).views(null).by("bea").tagged("dogs").observed(),
        video("4", -1).views(9_000).by("bea").tagged("late").observed(),
        SaidVideo.of(Platform.YOUTUBE, "5" + some)
            .postedAt(MAY)
            .views(7)
            .tagged("dogs")
            .observed());
    await().atMost(Duration.ofSeconds(60)).until(() -> list(TopKind.HASHTAG, 4).size() == 4);
    await().until(() -> list(TopKind.HASHTAG, 4).getFirst().views().intValue() == 9_000);
    await().until(() -> list(TopKind.HASHTAG, 3).getFirst().views().intValue() == 550);
  }

  private List<Top> list(TopKind kind, int days) {
    return tops.list(kind, new TopWindow(days, null, null), LAST);
  }

  /** Videos, views and plays of each platform. */
  private List<String> mixed(LocalDate day) {
    return tops.list(TopKind.HASHTAG, new TopWindow(1, null, null), day).stream()
        .map(top -> top.videos() + " " + top.views() + " " + top.plays())
        .toList();
  }

  private SaidVideo reel(String name) {
    return SaidVideo.of(Platform.INSTAGRAM, name + some)
        .postedAt(Instant.parse("1998-05-10T00:00:00Z"))
        .tagged("mixed");
  }

  private SaidVideo video(String name, int days) {
    return SaidVideo.tiktok(name + some).postedAt(MAY.plus(Duration.ofDays(days)));
  }
}
