package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.HostileServer.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** TikTok's public pages: whether a video is there, and whose it is. */
final class HostileOEmbed implements HostileServer.Provider {
  static final String NAME = "tiktok-oembed";

  private final Truth truth;
  private final Predicate<String> denies;
  private final AtomicInteger shown = new AtomicInteger();

  /**
   * @param denies whether it says of a video that it is not there: of one that is it never does
   */
  HostileOEmbed(Truth truth, Predicate<String> denies) {
    this.truth = truth;
    this.denies = denies;
  }

  /** How often it said that a video is there, as far as it came to that. */
  int shown() {
    return shown.get();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String call(HttpExchange exchange, String body) {
    return "oembed " + video(exchange);
  }

  private static String video(HttpExchange exchange) {
    return exchange.getRequestURI().getQuery().replaceFirst(".*/", "");
  }

  @Override
  public Answer refusal(OfCall fault) {
    return switch (fault) {
      case DOWN, BEGUN_BUT_DOWN -> error(500);
      case KEY, MONEY -> error(400);
      default -> error(429);
    };
  }

  private static Answer error(int status) {
    return new Answer(
        status, "{\"message\":\"Something went wrong\",\"code\":%d}".formatted(status));
  }

  @Override
  public Answer answer(HttpExchange exchange, String body) {
    String video = video(exchange);
    if (denies.test(video)) {
      truth.tellGone(video);
      return error(404);
    }
    shown.incrementAndGet();
    return new Answer(
        200,
        "{\"author_unique_id\":\"%s\",\"embed_product_id\":\"%s\",\"embed_type\":\"video\"}"
            .formatted(Owners.HANDLE, video));
  }
}
