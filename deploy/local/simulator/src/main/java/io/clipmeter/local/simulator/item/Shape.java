package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.item.VideoUrl.Form;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.Draw;
import io.clipmeter.local.simulator.views.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An actor's way of writing its items. */
public enum Shape {
  TIKTOK(Platform.TIKTOK, "playCount"),
  YOUTUBE(Platform.YOUTUBE, "viewCount"),
  /** Gives the play count of what is asked for as a reel only. */
  INSTAGRAM(Platform.INSTAGRAM, "videoPlayCount"),
  INSTAGRAM_REEL(Platform.INSTAGRAM, "videoPlayCount");

  private final Platform platform;
  private final String viewsField;

  Shape(Platform platform, String viewsField) {
    this.platform = platform;
    this.viewsField = viewsField;
  }

  public Platform platform() {
    return platform;
  }

  /** The field that holds what is paid for. */
  public String viewsField() {
    return viewsField;
  }

  /** A video that is there. */
  public ObjectNode seen(VideoUrl asked, Counts counts, Account author) {
    return switch (this) {
      case TIKTOK -> TikTokItem.of(asked, counts, author);
      case YOUTUBE -> YouTubeItem.of(asked, counts, author);
      case INSTAGRAM -> InstagramItem.of(asked, counts, asked.form() == Form.REEL, author);
      case INSTAGRAM_REEL -> InstagramItem.of(asked, counts, true, author);
    };
  }

  /** An account's page, from the one actor that has items of its own for it. */
  public ObjectNode details(String url, Account account) {
    return InstagramItem.details(url, account);
  }

  /** An account that is not there; empty from the one actor that then answers nothing. */
  public Optional<ObjectNode> noAccount(String url) {
    return switch (this) {
      case YOUTUBE -> Optional.empty();
      case TIKTOK ->
          Optional.of(error(url).put("error", "not_found").put("errorCode", "NOT_FOUND"));
      case INSTAGRAM, INSTAGRAM_REEL -> Optional.of(error(url).put("error", "not_found"));
    };
  }

  /** A video that is not there; empty from the one actor that then answers nothing. */
  public Optional<ObjectNode> notFound(String url) {
    return switch (this) {
      case TIKTOK -> Optional.of(postNotFound(url));
      case YOUTUBE -> Optional.empty();
      case INSTAGRAM, INSTAGRAM_REEL ->
          Optional.of(
              error(url)
                  .put("username", "p")
                  .put("error", "not_found")
                  .put("errorDescription", "Post does not exist"));
    };
  }

  /** A URL that is no video; empty from the actors that only log it. */
  public Optional<ObjectNode> noItems(String url) {
    return switch (this) {
      case TIKTOK, YOUTUBE -> Optional.empty();
      case INSTAGRAM, INSTAGRAM_REEL ->
          Optional.of(
              error(url)
                  .put("inputUrl", url)
                  .put("error", "no_items")
                  .put("errorDescription", "Empty or private data for provided input"));
    };
  }

  /** Seen with and without a code. */
  private static ObjectNode postNotFound(String url) {
    ObjectNode item = error(url);
    if (new Draw(url).oneIn(2, "coded")) {
      item.put("input", url).put("errorCode", "POST_NOT_FOUND_OR_PRIVATE");
    }
    return item.put("error", "Post not found or private.");
  }

  /** A count that is not known is left out, never written as 0. */
  static void put(ObjectNode item, String field, @Nullable Long count) {
    if (count != null) {
      item.put(field, count);
    }
  }

  private static ObjectNode error(String url) {
    return Json.MAPPER.createObjectNode().put("url", url);
  }
}
