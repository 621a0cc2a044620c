package io.clipmeter.tracking.source.instagram;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the API's errors mean: the code tells, the status does not. A token is one account's: that
 * it is wrong, or asked for too often, stops nobody else.
 */
final class InstagramErrors {
  /** The object is not there, or not for this token: the API does not tell which. */
  static final String MISSING = "100.33";

  /** Our own limit of calls, for all tokens together; the others are a user's or a page's. */
  private static final int APP_LIMIT = 4;

  private InstagramErrors() {}

  static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    JsonNode error = body.path("error");
    int code = error.path("code").asInt(0);
    int sub = error.path("error_subcode").asInt(0);
    String own = code + (sub == 0 ? "" : "." + sub);
    ProviderFault fault =
        new ProviderFault(kind(status, code), status + " code " + own, retryAfter).withCode(own);
    boolean ofTheApp = code == APP_LIMIT;
    return fault.kind() == Kind.BUSY && !ofTheApp ? fault.forOneAccount() : fault;
  }

  private static Kind kind(int status, int code) {
    return switch (code) {
      case APP_LIMIT, 17, 32, 613 -> Kind.BUSY;
      case 1, 2 -> ProviderFault.ofServerError(status);
      case 10, 100, 190, 200 -> Kind.REFUSED;
      default ->
          switch (status) {
            case 408 -> Kind.LOST;
            case 429 -> Kind.BUSY;
            default -> status >= 500 ? ProviderFault.ofServerError(status) : Kind.REFUSED;
          };
    };
  }
}
