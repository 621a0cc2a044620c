package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.VideoKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A reel as apify~instagram-scraper and apify~instagram-reel-scraper answer it. */
final class InstagramItem {
  private static final String CODE_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final long ID_EPOCH_MILLIS = 1_314_220_021_721L;
  private static final Instant FIRST_REEL = Instant.parse("2012-01-01T00:00:00Z");
  private static final Instant LAST_REEL = Instant.parse("2035-01-01T00:00:00Z");

  private final VideoUrl asked;
  private final VideoKey video;
  private final Invented invented;

  private InstagramItem(VideoUrl asked, Account author) {
    this.asked = asked;
    this.video = asked.video();
    this.invented = new Invented(video, author);
  }

  /**
   * One item.
   *
   * @param plays whether the actor gives the play count: the scraper leaves it out for {@code /p/}
   */
  static ObjectNode of(VideoUrl asked, Counts counts, boolean plays, Account author) {
    return new InstagramItem(asked, author).item(counts, plays);
  }

  /** The page of an account, as {@code resultsType: details} answers it. */
  static ObjectNode details(String url, Account account) {
    ObjectNode item = Json.MAPPER.createObjectNode();
    item.put("inputUrl", url).put("id", account.id(11)).put("username", account.handle());
    item.put("url", "https://www.instagram.com/" + account.handle());
    item.put("fullName", account.person()).put("biography", account.bio());
    item.put("followersCount", account.followers()).put("followsCount", 0);
    item.put("postsCount", account.videos()).put("private", false).put("verified", false);
    item.put("profilePicUrl", account.avatar()).putArray("latestPosts");
    return item;
  }

  private ObjectNode item(Counts counts, boolean plays) {
    ObjectNode item = Json.MAPPER.createObjectNode();
    item.put("inputUrl", asked.url()).put("id", mediaId().toString()).put("type", "Video");
    item.put("shortCode", video.id()).put("caption", invented.caption());
    var tags = item.putArray("hashtags");
    invented.tags().forEach(tags::add);
    var mentions = item.putArray("mentions");
    invented.mentions().forEach(mentions::add);
    item.put("url", "https://www.instagram.com/p/" + video.id() + "/");
    counts(item, counts, plays);
    item.put("timestamp", Times.text(postedAt()));
    item.putArray("childPosts");
    item.putNull("locationName").putNull("locationId");
    owner(item);
    music(item.putObject("musicInfo"));
    return item.put("isCommentsDisabled", false);
  }

  private void counts(ObjectNode item, Counts counts, boolean plays) {
    Shape.put(item, "commentsCount", counts.comments());
    item.put("firstComment", "").putArray("latestComments");
    item.put("dimensionsHeight", 1920).put("dimensionsWidth", 1080);
    item.put("displayUrl", invented.link("cover", "jpg")).putArray("images");
    item.put("videoUrl", invented.link("video", "mp4"));
    item.put("audioUrl", invented.link("audio", "mp4")).putNull("alt");
    Shape.put(item, "likesCount", counts.likes());
    Shape.put(item, "videoViewCount", seen(counts.views()));
    if (plays) {
      Shape.put(item, "videoPlayCount", counts.views());
    }
  }

  private void owner(ObjectNode item) {
    item.put("ownerFullName", invented.person()).put("ownerUsername", invented.account());
    item.put("ownerId", invented.accountId(11)).put("productType", "clips");
    item.put("videoDuration", BigDecimal.valueOf(invented.seconds() * 1000 + 116, 3));
    item.put("isSponsored", false).putArray("taggedUsers");
  }

  private void music(ObjectNode music) {
    music.put("artist_name", invented.account()).put("song_name", "Original audio");
    music.put("uses_original_audio", true).put("should_mute_audio", false);
    music.put("should_mute_audio_reason", "");
    music.put("audio_id", "2" + invented.draw().text("audio", 16, Invented.DIGITS));
  }

  /** The older counter: below the plays, sometimes far. */
  private @Nullable Long seen(@Nullable Long plays) {
    if (plays == null) {
      return null;
    }
    return plays / 100 * invented.draw().number("seen", 0, 60);
  }

  /** The code is the media id in base 64. */
  private BigInteger mediaId() {
    BigInteger id = BigInteger.ZERO;
    for (char character : video.id().toCharArray()) {
      id = id.shiftLeft(6).or(BigInteger.valueOf(CODE_ALPHABET.indexOf(character)));
    }
    return id;
  }

  private Instant postedAt() {
    long millis = mediaId().shiftRight(23).and(BigInteger.valueOf(Long.MAX_VALUE >> 8)).longValue();
    Instant posted = Instant.ofEpochMilli(millis + ID_EPOCH_MILLIS);
    boolean plausible = posted.isAfter(FIRST_REEL) && posted.isBefore(LAST_REEL);
    return plausible
        ? posted
        : Instant.ofEpochSecond(invented.draw().number("posted", 1_735_689_600L, 1_767_225_599L));
  }
}
