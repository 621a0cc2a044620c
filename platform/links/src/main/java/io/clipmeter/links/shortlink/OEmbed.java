package io.clipmeter.links.shortlink;

import io.clipmeter.events.Platform;
import io.clipmeter.links.Canonical;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * TikTok's public description of a video, which takes short links, too: the second way where the
 * first is barred to addresses of data centres.
 */
final class OEmbed {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._]{1,30}");

  private OEmbed() {}

  /** Where the description of what is behind a link is. */
  static Hop of(String url) {
    String escaped = URLEncoder.encode(url, StandardCharsets.UTF_8);
    return new Hop("www.tiktok.com", "/oembed?url=" + escaped);
  }

  /** The video that is described; empty where it is none, or nothing that we understand. */
  static Optional<VideoUrl> video(String body, Instant now) {
    try {
      JsonNode described = JSON.readTree(body);
      String handle = described.path("author_unique_id").asString("");
      String id = described.path("embed_product_id").asString("");
      String known = HANDLE.matcher(handle).matches() ? handle : "";
      VideoUrl url = VideoUrls.parse(Canonical.address(Platform.TIKTOK, known, id), now);
      boolean video = described.path("embed_type").asString("").equals("video");
      return video && url instanceof VideoUrl.Video ? Optional.of(url) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
