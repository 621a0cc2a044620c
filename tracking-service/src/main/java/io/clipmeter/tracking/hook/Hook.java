package io.clipmeter.tracking.hook;

import io.clipmeter.events.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a call says. Only {@code action}, {@code subAction} and {@code hookId} are documented, so
 * the rest is taken as far as it has the form it must have.
 *
 * @param platform null where the call is about all of the post's
 * @param videoId TikTok's own id of the video, which was pending before
 * @param failure why it did not go out; null where it did
 */
record Hook(
    String id,
    @Nullable String postId,
    @Nullable Platform platform,
    @Nullable String videoId,
    @Nullable String url,
    @Nullable String failure) {

  /** Reads a call; null where it has no id to know it by. */
  static @Nullable Hook read(JsonNode body) {
    String id = text(body, "hookId", "[!-~]{1,200}");
    if (id == null) {
      return null;
    }
    boolean scheduled = "scheduled".equals(body.path("action").asString(""));
    String postId = scheduled ? text(body, "id", "[0-9A-Za-z_-]{1,100}") : null;
    boolean ofTikTok = "tikTokPublished".equals(body.path("subAction").asString(""));
    return new Hook(
        id,
        postId,
        ofTikTok ? Platform.TIKTOK : platform(body),
        text(body, "tikTokId", "[0-9]{15,20}"),
        text(body, "postUrl", "https://[!-~]{1,2000}"),
        failure(body));
  }

  private static @Nullable Platform platform(JsonNode body) {
    return switch (body.path("platform").asString("").toLowerCase(Locale.ROOT)) {
      case "tiktok" -> Platform.TIKTOK;
      case "youtube" -> Platform.YOUTUBE;
      case "instagram" -> Platform.INSTAGRAM;
      default -> null;
    };
  }

  private static @Nullable String failure(JsonNode body) {
    if (!"error".equals(body.path("status").asString(""))) {
      return null;
    }
    JsonNode code = body.path("code");
    return "Ayrshare said error" + (code.isIntegralNumber() ? " " + code.asString() : "");
  }

  private static @Nullable String text(JsonNode body, String name, String form) {
    JsonNode value = body.path(name);
    return value.isString() && value.stringValue().matches(form) ? value.stringValue() : null;
  }
}
