package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the API's errors mean. A token is one account's: that it is wrong stops nobody else. */
final class TikTokErrors {
  private TikTokErrors() {}

  static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    String code = code(body);
    return new ProviderFault(kind(status, code), (status + " " + code).strip(), retryAfter);
  }

  /** The error's code; only words, for the log. */
  static String code(JsonNode body) {
    String text = body.path("error").path("code").asString("");
    return text.matches("[a-z_]{1,60}") ? text : "";
  }

  private static Kind kind(int status, String code) {
    return switch (code) {
      case "rate_limit_exceeded" -> Kind.BUSY;
      case "internal_error" -> ProviderFault.ofServerError(status);
      default ->
          switch (status) {
            case 408 -> Kind.LOST;
            case 429 -> Kind.BUSY;
            default -> status >= 500 ? ProviderFault.ofServerError(status) : Kind.REFUSED;
          };
    };
  }
}
