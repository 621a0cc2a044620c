package io.clipmeter.tracking.job;

import io.clipmeter.events.UnavailableReason;
import java.util.Locale;

/** What failures are called: words that stay. Pure. */
final class FailurePolicy {
  private FailurePolicy() {}

  /** The word for what a platform says. */
  static String word(UnavailableReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word for a provider's failure, told from what it says of itself. */
  static String failure(String detail) {
    String kind = detail.replaceFirst(":.*", "");
    return switch (kind) {
      case "BUSY" -> "rate-limited";
      case "DOWN", "LOST" -> "network-error";
      case "BUDGET", "KEY" -> "provider-unavailable";
      default -> "provider-error";
    };
  }
}
