package io.clipmeter.tracking.source.youtube;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the API's errors mean. The status alone does not tell: a spent quota is 403, a wrong key
 * 400.
 *
 * @see <a href="https://developers.google.com/youtube/v3/docs/errors">the API's list of errors</a>
 */
final class YouTubeErrors {
  private YouTubeErrors() {}

  static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    String reason = reason(body.path("error"));
    return new ProviderFault(kind(status, reason), (status + " " + reason).strip(), retryAfter);
  }

  /** The most telling reason; only words, for the log. */
  private static String reason(JsonNode error) {
    String detail = word(error.path("details").path(0).path("reason"));
    String said = word(error.path("errors").path(0).path("reason"));
    return detail.equals("API_KEY_INVALID") || said.isEmpty() ? detail : said;
  }

  private static String word(JsonNode value) {
    String text = value.isString() ? value.stringValue() : "";
    return text.matches("[A-Za-z_]{1,60}") ? text : "";
  }

  private static Kind kind(int status, String reason) {
    return switch (reason) {
      case "quotaExceeded", "dailyLimitExceeded", "accessNotConfigured", "forbidden" -> Kind.BUDGET;
      case "API_KEY_INVALID", "keyInvalid", "keyExpired" -> Kind.KEY;
      case "rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED" -> Kind.BUSY;
      default -> kind(status);
    };
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.KEY;
      case 403 -> Kind.BUDGET;
      case 408 -> Kind.LOST;
      case 429 -> Kind.BUSY;
      default -> status >= 500 ? ProviderFault.ofServerError(status) : Kind.REFUSED;
    };
  }
}
