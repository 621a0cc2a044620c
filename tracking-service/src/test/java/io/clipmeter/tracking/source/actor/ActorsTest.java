package io.clipmeter.tracking.source.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.item.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ActorsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Actor TIKTOK = Actor.tiktok("a~b");
  private static final Actor YOUTUBE = Actor.youtube("a~b");
  private static final Actor INSTAGRAM = Actor.instagram("a~b");

  @ParameterizedTest
  @CsvSource({
    "https://www.tiktok.com/@x/video/7533731959172861206, 7533731959172861206",
    "https://www.tiktok.com/@x/photo/7533731959172861206?lang=en, 7533731959172861206",
    "https://www.tiktok.com/@x,"
  })
  void tiktoksErrorItemsNameTheVideoInTheirAddress(String url, @Nullable String id) {
    assertThat(TIKTOK.videoId(item("{'url':'" + url + "','error':'x'}"))).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/watch?v=8eEOaCCxGwo, 8eEOaCCxGwo",
    "https://www.youtube.com/watch?a=b&v=-eEOaCCxGw_, -eEOaCCxGw_",
    "https://youtu.be/8eEOaCCxGwo?t=3, 8eEOaCCxGwo",
    "https://www.youtube.com/shorts/8eEOaCCxGwo, 8eEOaCCxGwo",
    "https://www.youtube.com/watch?v=8eEOaCCxGwoToo,"
  })
  void youtubesErrorItemsNameTheVideoInTheirAddress(String url, @Nullable String id) {
    assertThat(YOUTUBE.videoId(item("{'url':'" + url + "','error':'x'}"))).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.instagram.com/p/ZZZZZZZZZZZ/, ZZZZZZZZZZZ",
    "https://www.instagram.com/reel/-ZZ_ZZZZZZ-/, -ZZ_ZZZZZZ-",
    "https://www.instagram.com/tv/ZZZZZZZZZZZ, ZZZZZZZZZZZ",
    "https://www.instagram.com/someone/,"
  })
  void instagramsErrorItemsNameTheVideoInTheirAddress(String url, @Nullable String id) {
    assertThat(INSTAGRAM.videoId(item("{'url':'" + url + "','error':'not_found'}"))).isEqualTo(id);
  }

  @Test
  void hiddenLikesAreUnknownAndNotMinusOne() {
    Reading reading =
        INSTAGRAM.reading(item("{'videoPlayCount':20,'videoViewCount':0,'likesCount':-1}"));

    assertThat(((Reading.Ok) reading).counts()).isEqualTo(Counts.ofViews(20));
  }

  @Test
  void whatIsMissingIsUnknownAndNotAFailure() {
    assertThat(((Reading.Ok) TIKTOK.reading(item("{'playCount':1}"))).facts())
        .isEqualTo(VideoFacts.NONE);
    assertThat(((Reading.Ok) YOUTUBE.reading(item("{'viewCount':1}"))).facts())
        .isEqualTo(VideoFacts.NONE);
  }

  @Test
  void wrongTypesAreUnknownAndNotAFailure() {
    Reading reading =
        TIKTOK.reading(
            item(
                """
                {'playCount':1,'diggCount':'12','authorMeta':[],'hashtags':'x','mentions':{'a':1},
                 'videoMeta':{'duration':'long'},'createTimeISO':7,'createTime':-5,'musicMeta':null}
                """));

    assertThat(((Reading.Ok) reading).counts()).isEqualTo(Counts.ofViews(1));
    assertThat(((Reading.Ok) reading).facts().author()).isNull();
    assertThat(((Reading.Ok) reading).facts().postedAt()).isNull();
  }

  @Test
  void secondsAreNotTakenFor1970() {
    assertThat(facts("{'playCount':1,'createTime':1767799606}").postedAt())
        .isEqualTo(Instant.parse("2026-01-07T15:26:46Z"));
    assertThat(facts("{'playCount':1,'createTime':1767799606000}").postedAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-16T20:09:39.000Z, 2025-06-16T20:09:39Z",
    "2021-12-21, 2021-12-21T00:00:00Z",
    "10 months ago,"
  })
  void youtubesDatesHaveManyForms(String date, @Nullable Instant at) {
    Reading reading = YOUTUBE.reading(item("{'viewCount':1,'date':'" + date + "'}"));

    assertThat(((Reading.Ok) reading).facts().postedAt()).isEqualTo(at);
  }

  @ParameterizedTest
  @CsvSource({"00:27:11, 1631", "29:54, 1794", "1:00, 60", "LIVE,", "1:2:3:4,"})
  void youtubesDurationsHaveManyForms(String duration, @Nullable Long seconds) {
    Reading reading = YOUTUBE.reading(item("{'viewCount':1,'duration':'" + duration + "'}"));

    assertThat(((Reading.Ok) reading).facts().durationSeconds()).isEqualTo(seconds);
  }

  @Test
  void textThatPostgresRefusesIsCleaned() {
    assertThat(facts("{'playCount':1,'text':' a\\u0000b\\ud800 '}").caption()).isEqualTo("ab?");
  }

  @Test
  void endlessTextIsCut() {
    String caption = facts("{'playCount':1,'text':'" + "x".repeat(50_000) + "'}").caption();

    assertThat(caption).hasSize(10_000);
  }

  @Test
  void anAuthorNeedsAName() {
    assertThat(facts("{'playCount':1,'authorMeta':{'id':'1','name':' '}}").author()).isNull();
    assertThat(facts("{'playCount':1,'authorMeta':{'id':1,'name':'x'}}").author())
        .isEqualTo(new Author("1", "x", null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "\"channelUsername\":\"a\";\"channelId\":\"UC1\";\"channelName\":\"A B\", UC1, a",
    "\"channelUsername\":\"a\";\"channelName\":\"A B\",, a",
    "\"channelUsername\":\"@a\";\"channelId\":\"UC1\", UC1, a",
    "\"channelId\":\"UC1\";\"channelName\":\"A B\", UC1, UC1",
    "\"channelName\":\"A B\",,"
  })
  void aNameThatIsShownIsNoHandle(String fields, @Nullable String id, @Nullable String username) {
    Reading reading = YOUTUBE.reading(item("{'viewCount':1," + fields.replace(';', ',') + "}"));

    Author author = ((Reading.Ok) reading).facts().author();
    assertThat(author == null ? null : author.id()).isEqualTo(id);
    assertThat(author == null ? null : author.username()).isEqualTo(username);
  }

  @ParameterizedTest
  @CsvSource({
    "{\"playCount\":1},",
    "{\"playCount\":1;\"isAd\":false}, false",
    "{\"playCount\":1;\"isAd\":false;\"isSponsored\":true}, true",
    "{\"playCount\":1;\"isAd\":true;\"isSponsored\":false}, true",
    "{\"playCount\":1;\"isAd\":\"yes\"},"
  })
  void whetherAVideoIsAnAdvertisementIsKept(String json, @Nullable Boolean sponsored) {
    assertThat(facts(json.replace(';', ',')).sponsored()).isEqualTo(sponsored);
  }

  @Test
  void theReelScraperIsAskedInItsOwnWay() {
    VideoRef video = VideoRef.of(io.clipmeter.events.Platform.INSTAGRAM, "C1", "https://i/p/C1/");

    assertThat(Actor.instagram("apify~instagram-reel-scraper").input(List.of(video)))
        .isEqualTo(
            java.util.Map.of(
                "username", List.of("https://www.instagram.com/reel/C1/"), "resultsLimit", 1));
    assertThat(INSTAGRAM.input(List.of(video))).containsKey("directUrls");
  }

  private static VideoFacts facts(String json) {
    return ((Reading.Ok) TIKTOK.reading(item(json))).facts();
  }

  private static Item item(String json) {
    return new Item(JSON.readTree(json.replace('\'', '"')));
  }
}
