package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.item.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks TikTok's public oEmbed whether a video is there, and whose it is. It knows no counts. Only
 * from who shows other videos a 404 says anything: a wrong address answers so to all of them.
 */
final class OEmbed {
  /** How long it is known to show videos, once it has shown one. */
  static final Duration SHOWS_FOR = Duration.ofMinutes(10);

  private static final String NOT_THERE = "404";

  /** TikTok's own account, which stays: it is asked for to see whether anything is answered. */
  private static final String OWN_PAGE = "https://www.tiktok.com/@tiktok";

  private final ProviderHttp http;
  private final ProviderCalls calls;
  private final Semaphore places;
  private final Duration timeout;
  private final Clock clock;
  private volatile Instant showsUntil = Instant.MIN;

  OEmbed(TikTokSettings settings, ProviderCalls calls, JsonMapper json, Clock clock) {
    this.calls = calls;
    this.clock = clock;
    this.timeout = settings.oembedTimeout();
    this.places = new Semaphore(settings.parallelMax(), true);
    this.http =
        new ProviderHttp(
            settings.oembedUrl(),
            headers -> {},
            settings.calls().answeredWithin(timeout),
            OEmbed::fault,
            json);
  }

  /** What it says of a video. */
  sealed interface Said {
    /** It is there, by this author. */
    record By(String handle) implements Said {
      boolean is(String other) {
        return handle.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
      }
    }

    /** There is no such video: a 404, where others are shown. */
    record NotThere() implements Said {}

    /**
     * Nothing that we understand: a 400 has many reasons, also where we ask from.
     *
     * @param fault what stood in the way of an answer; null where there was one
     */
    record Nothing(ProviderFault.@Nullable Kind fault, String detail) implements Said {}
  }

  /** How one call is made. */
  @FunctionalInterface
  private interface Making {
    JsonNode make(Supplier<JsonNode> call);
  }

  /**
   * Asks for one video. Whatever happens is an answer.
   *
   * @param shown another video, which is there; null where none is known
   */
  Said ask(VideoRef video, @Nullable VideoRef shown) {
    places.acquireUninterruptibly();
    try {
      return proven(video, shown, call -> calls.read("oembed", Use.NOTHING, call));
    } finally {
      places.release();
    }
  }

  /**
   * The same for who can do without an answer: it waits for a place as long as one call may take,
   * and each of its one or two calls is made as {@link ProviderCalls#look} makes it.
   */
  Said look(VideoRef video, @Nullable VideoRef shown) {
    if (!hasPlace()) {
      return new Said.Nothing(ProviderFault.Kind.BUSY, "too many are asked at once");
    }
    try {
      return proven(video, shown, call -> calls.look("oembed", Use.NOTHING, call));
    } finally {
      places.release();
    }
  }

  /** Whether it answers, in words for people. */
  String probe() {
    try {
      calls.probe(Use.NOTHING, () -> shown(OWN_PAGE));
      return "oEmbed answers";
    } catch (ProviderFault fault) {
      return "oEmbed fails: " + fault.getMessage();
    }
  }

  private JsonNode shown(String url) {
    return http.answer(
        http.get().uri(uri -> uri.path("/oembed").queryParam("url", "{url}").build(url)));
  }

  private boolean hasPlace() {
    try {
      return places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Said proven(VideoRef video, @Nullable VideoRef shown, Making making) {
    Said said = said(video, making);
    return said instanceof Said.NotThere && !showsOthers(shown, making)
        ? new Said.Nothing(ProviderFault.Kind.LOST, "a 404 of who shows nothing else")
        : said;
  }

  private boolean showsOthers(@Nullable VideoRef shown, Making making) {
    return clock.instant().isBefore(showsUntil)
        || shown != null && said(shown, making) instanceof Said.By;
  }

  private Said said(VideoRef video, Making making) {
    try {
      Item item = new Item(making.make(() -> shown(video.url())));
      String handle = item.text("author_unique_id");
      if (handle == null || !video.key().id().equals(item.id("embed_product_id"))) {
        return new Said.Nothing(ProviderFault.Kind.SHAPE, "an answer about no or another video");
      }
      showsUntil = clock.instant().plus(SHOWS_FOR);
      return new Said.By(handle);
    } catch (ProviderFault fault) {
      return fault.hasCode(NOT_THERE)
          ? new Said.NotThere()
          : new Said.Nothing(
              fault.kind() == ProviderFault.Kind.REFUSED ? null : fault.kind(),
              String.valueOf(fault.getMessage()));
    }
  }

  static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    ProviderFault.Kind kind =
        switch (status) {
          case 408 -> ProviderFault.Kind.LOST;
          case 429 -> ProviderFault.Kind.BUSY;
          default ->
              status >= 500 ? ProviderFault.ofServerError(status) : ProviderFault.Kind.REFUSED;
        };
    return new ProviderFault(kind, "oembed " + status, retryAfter)
        .withCode(Integer.toString(status));
  }
}
