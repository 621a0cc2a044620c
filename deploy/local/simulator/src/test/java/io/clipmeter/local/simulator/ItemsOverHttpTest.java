package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.Playground.Reply;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The fields that each actor was recorded to answer. */
class ItemsOverHttpTest {
  private static final String TIKTOK_ID = "7400000000000000001";
  private static final Set<String> TIKTOK_FIELDS =
      words(
          """
          id text textLanguage createTime createTimeISO isAd authorMeta musicMeta webVideoUrl
          mediaUrls videoMeta diggCount shareCount playCount collectCount commentCount repostCount
          mentions detailedMentions hashtags effectStickers isSlideshow isPinned isSponsored input
          """);
  private static final Set<String> YOUTUBE_FIELDS =
      words(
          """
          title translatedTitle type id url thumbnailUrl viewCount date likes location channelName
          channelUrl channelUsername channelId channelDescription channelJoinedDate
          channelLocation channelTotalVideos channelTotalViews numberOfSubscribers
          isChannelVerified isAgeRestricted duration commentsCount text descriptionLinks subtitles
          comments hashtags isMonetized commentsTurnedOff isMembersOnly isPaidContent
          """);
  private static final Set<String> REEL_FIELDS =
      words(
          """
          inputUrl id type shortCode caption hashtags mentions url commentsCount firstComment
          latestComments dimensionsHeight dimensionsWidth displayUrl images videoUrl alt
          likesCount videoViewCount videoPlayCount timestamp childPosts ownerFullName
          ownerUsername ownerId productType videoDuration isSponsored taggedUsers musicInfo
          isCommentsDisabled
          """);

  @TempDir static Path state;
  private static Playground simulator;

  @BeforeAll
  static void start() throws Exception {
    simulator = Playground.seeded(state);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aTikTokItemHasAllFields() throws Exception {
    JsonNode item = only(Playground.TIKTOK, Playground.postUrls(Playground.tikTokUrl(TIKTOK_ID)));

    assertThat(item.propertyNames()).containsExactlyInAnyOrderElementsOf(TIKTOK_FIELDS);
    assertThat(item.get("id").isString()).isTrue();
    assertThat(item.get("id").asString()).isEqualTo(TIKTOK_ID);
    assertThat(item.get("createTime").longValue()).isEqualTo(Long.parseLong(TIKTOK_ID) >> 32);
    assertThat(item.get("createTimeISO").asString()).isEqualTo("2024-08-06T12:19:23.000Z");
    assertThat(item.get("authorMeta").propertyNames())
        .contains("id", "name", "profileUrl", "nickName", "avatar", "fans", "heart", "video");
    assertThat(item.get("musicMeta").propertyNames())
        .contains("musicName", "musicAuthor", "musicOriginal", "musicId", "playUrl");
    assertThat(item.get("videoMeta").propertyNames())
        .contains("height", "width", "duration", "coverUrl", "definition", "format");
    assertThat(item.get("hashtags").get(0).has("name")).isTrue();
    assertThat(item.get("webVideoUrl").asString())
        .isEqualTo(
            "https://www.tiktok.com/@"
                + item.get("authorMeta").get("name").asString()
                + "/video/"
                + TIKTOK_ID);
  }

  @Test
  void aYouTubeItemHasAllFields() throws Exception {
    JsonNode item =
        only(
            Playground.YOUTUBE,
            Playground.startUrls("https://www.youtube.com/watch?v=abcDEF-_12A"));

    assertThat(item.propertyNames()).containsAll(YOUTUBE_FIELDS);
    assertThat(item.get("id").asString()).isEqualTo("abcDEF-_12A");
    assertThat(item.get("viewCount").isIntegralNumber()).isTrue();
    assertThat(item.get("channelId").asString()).matches("UC[0-9A-Za-z_-]{22}");
    assertThat(item.get("duration").asString()).matches("(00:)?\\d{1,2}:\\d\\d");
  }

  @Test
  void aReelHasAllFields() throws Exception {
    JsonNode item =
        only(
            Playground.INSTAGRAM,
            Playground.directUrls("https://www.instagram.com/reel/DAAAAAAAAAA/"));

    assertThat(item.propertyNames()).containsAll(REEL_FIELDS);
    assertThat(item.get("url").asString()).isEqualTo("https://www.instagram.com/p/DAAAAAAAAAA/");
    assertThat(item.get("shortCode").asString()).isEqualTo("DAAAAAAAAAA");
    assertThat(item.get("id").asString()).isEqualTo("3458764513820540928");
    assertThat(item.get("productType").asString()).isEqualTo("clips");
    assertThat(item.get("videoPlayCount").longValue())
        .isGreaterThanOrEqualTo(item.get("videoViewCount").longValue());
  }

  @ParameterizedTest
  @CsvSource({
    Playground.INSTAGRAM + ",reel,true",
    Playground.INSTAGRAM + ",p,false",
    Playground.REELS + ",p,true"
  })
  void thePlayCountDependsOnHowAReelIsAskedFor(String actor, String form, boolean plays)
      throws Exception {
    JsonNode item =
        only(actor, Playground.directUrls("https://www.instagram.com/" + form + "/DAAAAAAAAAA/"));

    assertThat(item.has("videoPlayCount")).isEqualTo(plays);
    assertThat(item.has("videoViewCount")).isTrue();
  }

  @Test
  void whatIsNoVideoIsAnsweredInEachActorsWay() throws Exception {
    assertThat(
            simulator
                .run(Playground.TIKTOK, Playground.postUrls("https://vm.tiktok.com/ZMabc/"))
                .json())
        .isEmpty();
    assertThat(
            simulator
                .run(
                    Playground.YOUTUBE,
                    Playground.startUrls("https://www.youtube.com/playlist?list=PL1"))
                .json())
        .isEmpty();
    JsonNode item =
        only(Playground.INSTAGRAM, Playground.directUrls("https://www.instagram.com/stories/a/1/"));
    assertThat(item.get("error").asString()).isEqualTo("no_items");
    JsonNode photo =
        only(
            Playground.TIKTOK,
            Playground.postUrls("https://www.tiktok.com/@a.example/photo/" + TIKTOK_ID));
    assertThat(photo.get("error").asString()).isEqualTo("Post not found or private.");
  }

  @Test
  void aBatchComesInPages() throws Exception {
    String[] urls = new String[7];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Playground.tikTokUrl("740000000000000000" + i);
    }
    Reply run =
        simulator.post(Playground.TIKTOK + "/runs?waitForFinish=20", Playground.postUrls(urls));
    String items =
        "/v2/datasets/"
            + run.data().get("defaultDatasetId").asString()
            + "/items?clean=true&format=json";

    Reply page = simulator.get(items + "&offset=4&limit=2");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json()).hasSize(2);
    assertThat(page.json().get(0).get("id").asString()).isEqualTo("7400000000000000004");
    assertThat(page.header("X-Apify-Pagination-Offset")).isEqualTo("4");
    assertThat(page.header("X-Apify-Pagination-Limit")).isEqualTo("2");
    assertThat(page.header("X-Apify-Pagination-Count")).isEqualTo("2");
    assertThat(page.header("X-Apify-Pagination-Total")).isEqualTo("7");
    assertThat(simulator.get(items + "&offset=7").json()).isEmpty();
    assertThat(simulator.get(items + "&limit=0").json()).isEmpty();
    assertThat(simulator.get(items + "&desc=1").json().get(0).get("id").asString())
        .isEqualTo("7400000000000000006");
    assertThat(simulator.get(items + "&fields=id,playCount").json().get(0).propertyNames())
        .containsExactly("id", "playCount");
    assertThat(simulator.get(items + "&omit=id").json().get(0).has("id")).isFalse();
  }

  @Test
  void theWaitingCallAnswersWithTheItems() throws Exception {
    Reply reply =
        simulator.post(
            Playground.TIKTOK + "/run-sync-get-dataset-items",
            Playground.postUrls(Playground.tikTokUrl(TIKTOK_ID)));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get(0).get("id").asString()).isEqualTo(TIKTOK_ID);
    assertThat(reply.header("X-Apify-Pagination-Total")).isEqualTo("1");
  }

  @Test
  void aVideoAskedForTwiceIsOneItem() throws Exception {
    String url = Playground.tikTokUrl(TIKTOK_ID);

    assertThat(simulator.run(Playground.TIKTOK, Playground.postUrls(url, url)).json()).hasSize(1);
  }

  private static JsonNode only(String actor, String input) throws Exception {
    JsonNode items = simulator.run(actor, input).json();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
