package io.clipmeter.tracking.source.apify;

import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import io.clipmeter.tracking.source.item.Item;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Apify's errors mean: those of a call, and those that stand as items in the dataset of a run
 * that succeeded.
 */
final class ApifyErrors {
  /** The code of a fault that concerns the one actor that was asked for. */
  static final String OF_ONE_ACTOR = "of-one-actor";

  /** The code of a fault that says that there is no such thing. */
  static final String NOT_FOUND = "not-found";

  private ApifyErrors() {}

  /** The fault of a call that was answered with a status beside 2xx. */
  static ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter) {
    JsonNode said = body.path("error").path("type");
    String type = said.isString() ? said.stringValue() : "";
    String detail = status + (type.matches("[a-z0-9-]{1,60}") ? " " + type : "");
    if (ofOneActor(status, type)) {
      return new ProviderFault(Kind.REFUSED, detail, retryAfter).withCode(OF_ONE_ACTOR);
    }
    ProviderFault fault = new ProviderFault(kind(status, type), detail, retryAfter);
    return status == 404 ? fault.withCode(NOT_FOUND) : fault;
  }

  /** The other platforms' actors may well be ours to run. */
  private static boolean ofOneActor(int status, String type) {
    return status == 403
        && (type.equals("actor-is-not-rented") || type.equals("insufficient-permissions"));
  }

  private static Kind kind(int status, String type) {
    return switch (status) {
      case 401 -> Kind.KEY;
      case 402 -> type.equals("actor-memory-limit-exceeded") ? Kind.BUSY : Kind.BUDGET;
      case 403 -> Kind.BUDGET;
      case 408 -> Kind.LOST;
      case 429 -> Kind.BUSY;
      default -> status >= 500 ? ProviderFault.ofServerError(status) : Kind.REFUSED;
    };
  }

  /** Whether an item tells of a failure. */
  static boolean isError(Item item) {
    return item.has("error") || item.has("errorCode");
  }

  /** What an error item says. */
  static Reading said(Item item) {
    return reading(item.textOrEmpty("error"), item.textOrEmpty("errorCode"));
  }

  /**
   * What an error item says. Only words that are known to mean "there is no such video" mean that;
   * anything else is unknown.
   */
  static Reading reading(String error, String code) {
    String said = code.isEmpty() ? error : code;
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "post not found or private.",
          "post_not_found_or_private",
          "not_found",
          "post does not exist" ->
          new Reading.Gone(UnavailableReason.NOT_FOUND);
      case "profile_private" -> new Reading.Gone(UnavailableReason.PRIVATE);
      default -> Reading.failed("error item");
    };
  }
}
