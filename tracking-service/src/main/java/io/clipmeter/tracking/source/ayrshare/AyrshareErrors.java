package io.clipmeter.tracking.source.ayrshare;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Ayrshare's errors mean. Most concern one profile, as its limit of calls does, so they stop
 * nobody else.
 */
final class AyrshareErrors {
  private AyrshareErrors() {}

  static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    ProviderFault fault =
        new ProviderFault(kind(status), (status + " " + code(body)).strip(), retryAfter);
    return fault.kind() == Kind.BUSY ? fault.forOneAccount() : fault;
  }

  /** The code alone: messages may name accounts. */
  static String code(JsonNode body) {
    JsonNode code = body.path("code");
    JsonNode first = code.isIntegralNumber() ? code : body.path("errors").path(0).path("code");
    return first.isIntegralNumber() ? "code " + first.asString() : "";
  }

  /** 401 and 402 are about the account's own key and plan, 403 about a profile. */
  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.KEY;
      case 402 -> Kind.BUDGET;
      case 408 -> Kind.LOST;
      case 429 -> Kind.BUSY;
      default -> status >= 500 ? ProviderFault.ofServerError(status) : Kind.REFUSED;
    };
  }
}
