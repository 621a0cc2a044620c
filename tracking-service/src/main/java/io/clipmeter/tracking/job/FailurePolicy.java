package io.clipmeter.tracking.job;

import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What failures are called: words that stay. Pure. */
final class FailurePolicy {
  private FailurePolicy() {}

  /** The word for what a platform says. */
  static String word(UnavailableReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word for a provider's failure; null where it answered, but nothing that is a reading. */
  static String failure(ProviderFault.@Nullable Kind kind) {
    return switch (kind) {
      case BUSY -> "rate-limited";
      case DOWN, LOST -> "network-error";
      case BUDGET, KEY, CAPPED -> "provider-unavailable";
      case SHAPE, REFUSED -> "provider-error";
      case null -> "provider-error";
    };
  }
}
