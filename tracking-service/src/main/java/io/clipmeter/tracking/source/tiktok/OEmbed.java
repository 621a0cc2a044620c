package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.item.Item;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks TikTok's public oEmbed whether a video is there, and whose it is. It knows no counts. */
final class OEmbed {
  private static final String NOT_THERE = "404";

  private final ProviderHttp http;
  private final ProviderCalls calls;

  OEmbed(TikTokSettings settings, ProviderCalls calls, JsonMapper json) {
    this.calls = calls;
    this.http =
        new ProviderHttp(
            settings.oembedUrl(), headers -> {}, settings.calls(), OEmbed::fault, json);
  }

  /** What it says of a video. */
  sealed interface Said {
    /** It is there, by this author. */
    record By(String handle) implements Said {
      boolean is(String other) {
        return handle.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
      }
    }

    /** There is no such video: a 404. */
    record NotThere() implements Said {}

    /** Nothing that we understand: a 400 has many reasons, also where we ask from. */
    record Nothing(String detail) implements Said {}
  }

  /** Asks for one video. Whatever happens is an answer. */
  Said ask(VideoRef video) {
    try {
      JsonNode answer =
          calls.read(
              "oembed",
              Use.NOTHING,
              () ->
                  http.answer(
                      http.get()
                          .uri(
                              uri ->
                                  uri.path("/oembed")
                                      .queryParam("url", "{url}")
                                      .build(video.url()))));
      Item item = new Item(answer);
      String handle = item.text("author_unique_id");
      return handle != null && video.key().id().equals(item.id("embed_product_id"))
          ? new Said.By(handle)
          : new Said.Nothing("an answer about no or another video");
    } catch (ProviderFault fault) {
      return fault.hasCode(NOT_THERE)
          ? new Said.NotThere()
          : new Said.Nothing(String.valueOf(fault.getMessage()));
    }
  }

  private static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    ProviderFault.Kind kind =
        switch (status) {
          case 408 -> ProviderFault.Kind.LOST;
          case 429 -> ProviderFault.Kind.BUSY;
          default -> status >= 500 ? ProviderFault.Kind.DOWN : ProviderFault.Kind.REFUSED;
        };
    return new ProviderFault(kind, "oembed " + status, retryAfter)
        .withCode(Integer.toString(status));
  }
}
