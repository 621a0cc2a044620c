package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.item.VideoUrl.Form;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.Draw;
import io.clipmeter.local.simulator.views.VideoKey;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A video as streamers~youtube-scraper answers it, with its unstable types. */
final class YouTubeItem {
  private static final String SITE = "https://www.youtube.com/";
  private static final String ID_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final VideoUrl asked;
  private final VideoKey video;
  private final Invented invented;
  private final Draw draw;

  private YouTubeItem(VideoUrl asked, Account author) {
    this.asked = asked;
    this.video = asked.video();
    this.invented = new Invented(video, author);
    this.draw = invented.draw();
  }

  static ObjectNode of(VideoUrl asked, Counts counts, Account author) {
    return new YouTubeItem(asked, author).item(counts);
  }

  private ObjectNode item(Counts counts) {
    boolean isShort = asked.form() == Form.SHORT;
    ObjectNode item = Json.MAPPER.createObjectNode();
    item.put("title", invented.caption()).putNull("translatedTitle");
    item.put("type", isShort ? "shorts" : "video").put("id", video.id());
    item.put("url", SITE + (isShort ? "shorts/" : "watch?v=") + video.id());
    item.put("thumbnailUrl", "https://media.example.com/vi/" + video.id() + "/maxresdefault.jpg");
    Shape.put(item, "viewCount", counts.views());
    item.put("date", date());
    Shape.put(item, "likes", counts.likes());
    item.putNull("location");
    channel(item);
    item.put("isAgeRestricted", false).put("duration", duration());
    Shape.put(item, "commentsCount", counts.comments());
    item.put("text", invented.caption()).putArray("descriptionLinks");
    item.putNull("subtitles").putNull("comments");
    var tags = item.putArray("hashtags");
    invented.tags().forEach(tag -> tags.add("#" + tag));
    item.put("isMonetized", false).put("commentsTurnedOff", false);
    item.put("isMembersOnly", false).put("isPaidContent", false);
    return item.put("fromYTUrl", asked.url());
  }

  private void channel(ObjectNode item) {
    String id = channelId(invented.account());
    String scheme = draw.oneIn(3, "http") ? "http" : "https";
    item.put("channelName", invented.person());
    item.put("channelAvatarUrl", invented.author().avatar());
    item.put("channelUrl", scheme + "://www.youtube.com/channel/" + id);
    item.put("channelUsername", invented.account()).put("channelId", id);
    item.put("channelDescription", invented.author().bio());
    item.put("channelJoinedDate", "Nov 1, 2018").put("channelLocation", "United States");
    item.put("channelTotalVideos", invented.author().videos());
    long total = draw.number("totalViews", 1_000, 900_000_000);
    if (draw.oneIn(3, "totalAsText")) {
      item.put("channelTotalViews", "%,d".formatted(total));
    } else {
      item.put("channelTotalViews", total);
    }
    item.put("numberOfSubscribers", invented.author().followers());
    item.put("isChannelVerified", false);
  }

  static String channelId(String handle) {
    return handle.matches("UC[0-9A-Za-z_-]{22}")
        ? handle
        : "UC" + new Draw(handle).text("channel", 22, ID_ALPHABET);
  }

  /** An instant, or a plain day. */
  private String date() {
    Instant posted = Instant.ofEpochSecond(draw.number("posted", 1_735_689_600L, 1_767_225_599L));
    String text = Times.text(posted);
    return draw.oneIn(3, "plainDay") ? text.substring(0, 10) : text;
  }

  /** {@code 00:01:05}, or {@code 1:05}. */
  private String duration() {
    long minutes = invented.seconds() / 60;
    long seconds = invented.seconds() % 60;
    return draw.oneIn(3, "shortDuration")
        ? "%d:%02d".formatted(minutes, seconds)
        : "00:%02d:%02d".formatted(minutes, seconds);
  }
}
