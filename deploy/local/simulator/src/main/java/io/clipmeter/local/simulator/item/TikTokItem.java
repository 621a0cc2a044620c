package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.VideoKey;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A video as clockworks~tiktok-scraper answers it. */
final class TikTokItem {
  private static final String SITE = "https://www.tiktok.com/@";

  private final VideoUrl asked;
  private final VideoKey video;
  private final Invented invented;

  private TikTokItem(VideoUrl asked, Account author) {
    this.asked = asked;
    this.video = asked.video();
    this.invented = new Invented(video, author);
  }

  static ObjectNode of(VideoUrl asked, Counts counts, Account author) {
    return new TikTokItem(asked, author).item(counts);
  }

  /** The upload time is the upper half of the id. */
  static Instant postedAt(String id) {
    return Instant.ofEpochSecond(Long.parseUnsignedLong(id) >>> 32);
  }

  private ObjectNode item(Counts counts) {
    ObjectNode item = Json.MAPPER.createObjectNode();
    Instant posted = postedAt(video.id());
    item.put("id", video.id()).put("text", invented.caption()).put("textLanguage", "en");
    item.put("createTime", posted.getEpochSecond()).put("createTimeISO", Times.text(posted));
    item.put("isAd", invented.draw().oneIn(10, "ad"));
    author(item.putObject("authorMeta"));
    music(item.putObject("musicMeta"));
    item.put("webVideoUrl", SITE + invented.account() + "/video/" + video.id());
    item.putArray("mediaUrls");
    picture(item.putObject("videoMeta"));
    counts(item, counts);
    tags(item);
    item.putArray("effectStickers");
    item.put("isSlideshow", false).put("isPinned", false);
    item.put("isSponsored", invented.draw().oneIn(12, "sponsored"));
    return item.put("input", asked.url());
  }

  private void author(ObjectNode author) {
    author.put("id", invented.accountId(19)).put("name", invented.account());
    author.put("profileUrl", SITE + invented.account()).put("nickName", invented.person());
    author.put("verified", false).put("signature", invented.author().bio());
    author.put("bioLink", "links.example.com/" + invented.account());
    author.put("originalAvatarUrl", invented.author().avatar());
    author.put("avatar", invented.author().avatar());
    author
        .putObject("commerceUserInfo")
        .put("commerceUser", false)
        .put("category", "")
        .put("categoryButton", false);
    author.put("privateAccount", false).put("region", "US").put("roomId", "");
    author.put("ttSeller", false).put("following", invented.draw().number("following", 0, 900));
    author.put("friends", 0).put("fans", invented.author().followers());
    author.put("heart", invented.draw().number("heart", 90, 900_000));
    author.put("video", invented.author().videos()).put("digg", 0);
  }

  private void music(ObjectNode music) {
    boolean original = invented.draw().oneIn(2, "original");
    String name = original ? "original sound - " + invented.person() : invented.song();
    music.put("musicName", name).put("musicAuthor", invented.person());
    music.put("musicOriginal", original).put("playUrl", invented.link("music", "mp3"));
    music.put("coverMediumUrl", invented.link("musicCover", "jpeg"));
    music.put("originalCoverMediumUrl", invented.link("musicCover", "jpeg"));
    music.put("musicId", "7" + invented.draw().text("musicId", 18, Invented.DIGITS));
  }

  private void picture(ObjectNode picture) {
    picture.put("height", 1024).put("width", 576).put("duration", invented.seconds());
    picture.put("coverUrl", invented.link("cover", "jpeg"));
    picture.put("originalCoverUrl", invented.link("cover", "jpeg"));
    picture.put("definition", "540p").put("format", "mp4");
    ObjectNode subtitle = picture.putArray("subtitleLinks").addObject();
    subtitle.put("language", "eng-US").put("downloadLink", invented.link("subtitle", "vtt"));
    subtitle.put("tiktokLink", invented.link("subtitle", "vtt")).put("source", "ASR");
    subtitle.put("sourceUnabbreviated", "automatic speech recognition");
    subtitle.put("version", "1:whisper_lid");
  }

  private static void counts(ObjectNode item, Counts counts) {
    Shape.put(item, "diggCount", counts.likes());
    Shape.put(item, "shareCount", counts.shares());
    Shape.put(item, "playCount", counts.views());
    Shape.put(item, "collectCount", counts.saves());
    Shape.put(item, "commentCount", counts.comments());
    item.put("repostCount", 0);
  }

  /** Some videos have a hash sign without a name behind it. */
  private void tags(ObjectNode item) {
    var mentions = item.putArray("mentions");
    var detailed = item.putArray("detailedMentions");
    for (String name : invented.mentions()) {
      mentions.add("@" + name);
      detailed
          .addObject()
          .put("id", "6800000000000000001")
          .put("name", name)
          .put("nickName", name)
          .put("profileUrl", SITE + name);
    }
    var tags = item.putArray("hashtags");
    invented.tags().forEach(tag -> tags.addObject().put("name", tag));
    if (invented.draw().oneIn(8, "namelessTag")) {
      tags.addObject().put("name", "");
    }
  }
}
