package io.clipmeter.analytics.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.analytics.Records;
import io.clipmeter.analytics.Said;
import io.clipmeter.analytics.SaidVideo;
import io.clipmeter.analytics.Service;
import io.clipmeter.analytics.ServiceTest;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.TestTokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a record of the topic to what an analyst sees of it. */
@ServiceTest
class VideoListIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ANALYST = TestTokens.token("ann").role("ANALYST").signed();

  private final String some = "f" + UUID.randomUUID().toString().replace("-", "");

  @Autowired Service service;
  @Autowired Records records;

  @Test
  void aVideoIsShownAsItWasToldLast() {
    UUID campaign = UUID.randomUUID();
    SaidVideo video = SaidVideo.tiktok(some).by("Mila.Clips").with("s1").tagged("Funny", "fyp");
    records.say(video.at(5).views(200).observed(), video.at(4).forCampaigns(campaign).observed());
    records.say(video.at(5).views(200).observed());
    JsonNode found = untilKnown("TIKTOK:" + some);
    await().until(() -> get("TIKTOK:" + some).at("/postedFor").size() == 1);

    assertThat(found.at("/views").asLong()).isEqualTo(200);
    assertThat(found.at("/likes").asLong()).isEqualTo(100);
    assertThat(found.at("/comments").isNull()).isTrue();
    assertThat(found.at("/author/username").asString()).isEqualTo("Mila.Clips");
    assertThat(found.at("/author/nickname").asString()).isEqualTo("Nick of Mila.Clips");
    assertThat(found.at("/sound/id").asString()).isEqualTo("s1");
    assertThat(found.at("/hashtags").toString()).isEqualTo("[\"Funny\",\"fyp\"]");
    assertThat(found.at("/observedAt").asString()).isEqualTo("2026-03-01T17:00:00Z");
    assertThat(found.at("/postedAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(found.at("/unavailable").isNull()).isTrue();

    records.say(video.at(6).unavailable());
    await().until(() -> !get("TIKTOK:" + some).at("/unavailable").isNull());
    assertThat(get("TIKTOK:" + some).at("/views").asLong()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                   | a b c d",
        "&platform=YOUTUBE                    | c",
        "&author=ANNA                         | a b",
        "&author=@anna                        | a b",
        "&author=ann                          | ''",
        "&hashtag=%23FYP                      | b c",
        "&hashtag=fy                          | ''",
        "&minViews=20                         | b c",
        "&minViews=21                         | c",
        "&minViews=0                          | a b c",
        "&postedFrom=2026-03-02T12:00:00Z     | b c",
        "&postedFrom=2026-03-02T12:00:00.001Z | c",
        "&postedUntil=2026-03-02T12:00:00Z    | a",
        "&postedUntil=2026-03-02T12:00:00.001Z| a b",
        "&postedUntil=+999999999-01-01T00:00:00Z | a b c",
        "&postedFrom=-999999999-01-01T00:00:00Z | a b c",
        "&author=anna&hashtag=fyp&minViews=1  | b",
      })
  void eachFilterLetsThroughWhatItSays(String filter, String shown) {
    fourVideos();

    assertThat(ids("/api/videos?sound=" + some + filter.strip().replace("+", "%2B")))
        .containsExactlyInAnyOrderElementsOf(
            shown.isEmpty() ? List.of() : List.of(shown.split(" ")));
  }

  @Test
  void pagesFollowEachOtherInTheirOrder() {
    fourVideos();
    String newest = "/api/videos?sound=" + some;
    String viewed = newest + "&sort=MOST_VIEWED";

    assertThat(ids(newest)).containsExactly("c", "b", "a", "d");
    assertThat(ids(viewed)).containsExactly("c", "b", "a", "d");
    for (int size = 1; size <= 4; size++) {
      assertThat(walk(newest, size)).as("%d", size).containsExactly("c", "b", "a", "d");
      assertThat(walk(viewed, size)).as("%d", size).containsExactly("c", "b", "a", "d");
    }
    String token = ask(newest + "&pageSize=1").at("/nextPageToken").asString();
    assertProblem(service.get(viewed + "&pageToken=" + token, ANALYST), 400, "invalid-page");
  }

  @Test
  void videosOfOneValueAreAllShownOnce() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String id = some + "-" + (char) ('a' + i);
      all.addFirst(id.substring(id.length() - 1));
      records.say(SaidVideo.tiktok(id).with(some).observed());
    }
    await().until(() -> ids("/api/videos?sound=" + some).size() == 7);

    assertThat(walk("/api/videos?sound=" + some, 2)).containsExactlyElementsOf(all);
  }

  @Test
  void aCampaignsVideosAreItsClipsAndWhatWasPostedForIt() {
    Said clip = Said.of("clipper-" + some);
    Said open = clip.another();
    UUID campaign = clip.campaign();
    SaidVideo own = SaidVideo.tiktok(clip.video()).views(30);
    SaidVideo posted = SaidVideo.tiktok("p" + some).views(20).forCampaigns(campaign);
    SaidVideo both = SaidVideo.tiktok(clip.another().video()).views(10).forCampaigns(campaign);
    records.say(clip.received(), clip.approved(1), open.received());
    records.say(own.observed(), posted.observed(), both.observed());
    records.say(SaidVideo.tiktok(open.video()).observed());
    records.say(SaidVideo.tiktok("q" + some).forCampaigns(UUID.randomUUID()).observed());
    untilKnown("TIKTOK:q" + some);
    untilKnown("TIKTOK:" + open.video());
    String path = "/api/analytics/campaigns/" + campaign + "/videos?sort=MOST_VIEWED";
    await().atMost(Duration.ofSeconds(60)).until(() -> ask(path).at("/items").size() == 3);

    JsonNode items = ask(path).at("/items");
    assertThat(items.at("/0/video/videoId").asString()).isEqualTo(clip.video());
    assertThat(items.at("/0/clipId").asString()).isEqualTo(clip.clip().toString());
    assertThat(items.at("/0/clipperId").asString()).isEqualTo(clip.clipper());
    assertThat(items.at("/0/posted").asBoolean()).isFalse();
    assertThat(items.at("/1/video/videoId").asString()).isEqualTo("p" + some);
    assertThat(items.at("/1/clipId").isNull()).isTrue();
    assertThat(items.at("/1/posted").asBoolean()).isTrue();
    JsonNode second = ask(path + "&pageSize=2");
    assertThat(ask(path + "&pageToken=" + second.at("/nextPageToken").asString()).at("/items"))
        .hasSize(1);
    assertThat(ids("/api/videos?postedFor=" + campaign)).hasSize(2);
    assertThat(ask("/api/analytics/campaigns/" + UUID.randomUUID() + "/videos").at("/items"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform=VINE",
        "platform=tiktok",
        "author=",
        "author=%00",
        "hashtag=%0A",
        "postedFor=x",
        "minViews=-1",
        "minViews=1.5",
        "minViews=99999999999999999999",
        "postedFrom=yesterday",
        "postedUntil=1",
        "postedFrom=1772366400000",
        "postedFrom=2026-13-01T00:00:00Z",
        "sort=OLDEST",
        "pageSize=0",
        "pageSize=101",
        "pageSize=x",
      })
  void whatMakesNoSenseIsRefused(String query) {
    assertProblem(service.get("/api/videos?" + query, ANALYST), 400, "invalid-request");
  }

  @Test
  void oddRequestsAreRefusedOrFindNothing() {
    String tooLong = "x".repeat(201);
    assertProblem(service.get("/api/videos?sound=" + tooLong, ANALYST), 400, "invalid-request");
    assertProblem(service.get("/api/videos?pageToken=!", ANALYST), 400, "invalid-page");
    assertProblem(service.get("/api/videos?pageToken=AAAA", ANALYST), 400, "invalid-page");
    for (String id : List.of("TIKTOK:", "TIKTOK", "VINE:1", "TIKTOK:" + some, ":", "%20")) {
      assertProblem(service.get("/api/videos/" + id, ANALYST), 404, "video-not-found");
    }
    assertThat(ids("/api/videos?hashtag=%27%3B--&author=%25")).isEmpty();
    assertProblem(
        service.get("/api/analytics/campaigns/x/videos", ANALYST), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/videos",
        "/api/videos/TIKTOK:1",
        "/api/analytics/campaigns/00000000-0000-0000-0000-000000000000/videos",
        "/api/analytics/hashtags",
        "/api/analytics/sounds",
        "/api/analytics/creators"
      })
  void onlyAdminsAndAnalystsSeeThem(String path) {
    assertThat(service.get(path, ANALYST).statusCode()).isIn(200, 404);
    assertThat(service.get(path, TestTokens.admin("ada")).statusCode()).isIn(200, 404);
    assertProblem(service.get(path, TestTokens.clipper("cleo")), 403, "forbidden");
    assertProblem(service.get(path, null), 401, "unauthenticated");
  }

  @Test
  void whatCannotBeReadIsSetAsideAndStopsNobody() {
    String topic = Topic.VIDEOS.topicName();
    SaidVideo tooLong = SaidVideo.tiktok("x".repeat(201));
    String type = tooLong.observed().type().ceType();
    records.say(topic, "poison-" + some, type, "{\"views\":-1}".getBytes(StandardCharsets.UTF_8));
    records.say(tooLong.observed(), tooLong.unavailable());
    records.say(SaidVideo.tiktok(some).observed());

    untilKnown("TIKTOK:" + some);
    await()
        .untilAsserted(
            () ->
                assertThat(records.keys(topic + ".analytics-videos.dlt"))
                    .contains("poison-" + some, tooLong.observed().key()));
  }

  /** a, b, c a day apart, with 10, 20, 30 views; of d nobody knows either. */
  private void fourVideos() {
    SaidVideo video = SaidVideo.tiktok(some + "-a").with(some);
    records.say(video.by("Anna").tagged("cats").observed());
    records.say(
        as(video, "b", 1).views(20).by("Anna").tagged("cats", "FyP").observed(),
        as(of(Platform.YOUTUBE, "c"), "c", 2).views(30).by("bea").tagged("fyp").observed(),
        SaidVideo.tiktok(some + "-d").with(some).views(null).postedAt(null).observed());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ids("/api/videos?sound=" + some).size() == 4);
  }

  private SaidVideo of(Platform platform, String name) {
    return SaidVideo.of(platform, some + "-" + name).with(some);
  }

  private SaidVideo as(SaidVideo like, String name, int days) {
    return of(like.platform(), name).postedAt(Said.NOON.plus(Duration.ofDays(days)));
  }

  private List<String> walk(String path, int size) {
    List<String> all = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = ask(path + "&pageSize=" + size + "&pageToken=" + token);
      assertThat(page.at("/items").size()).isBetween(1, size);
      page.at("/items").forEach(item -> all.add(last(item)));
      token = page.at("/nextPageToken").asString("");
    } while (!token.isEmpty());
    return all;
  }

  private List<String> ids(String path) {
    return ask(path).at("/items").valueStream().map(VideoListIT::last).toList();
  }

  private static String last(JsonNode video) {
    String id = video.get("videoId").asString();
    return id.substring(id.length() - 1);
  }

  private JsonNode untilKnown(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.get("/api/videos/" + id, ANALYST).statusCode() == 200);
    return get(id);
  }

  private JsonNode get(String id) {
    return ask("/api/videos/" + id);
  }

  private JsonNode ask(String path) {
    HttpResponse<String> answer = service.get(path, ANALYST);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("https://clipmeter.io/problems/" + slug + "\"");
  }
}
