package io.clipmeter.payout.review;

import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutFilter;
import io.clipmeter.payout.request.PayoutStatus;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter as parameters of a request have it; what is left out stands for any.
 *
 * @param from asked for at this instant or later, ISO 8601 with a time zone
 * @param until asked for before this instant
 */
record FilterForm(
    @Pattern(regexp = "[!-~]{1,255}", message = "must be 1 to 255 visible characters")
        @Nullable String clipperId,
    @Nullable PayoutStatus status,
    @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") @Nullable String currency,
    @Pattern(
            regexp = PayoutMethod.NAME,
            message = "must be 2 to 30 capital letters, digits and underscores")
        @Nullable String method,
    @Nullable Instant from,
    @Nullable Instant until) {

  // The database keeps no other times, and there are no requests of them.
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  PayoutFilter read() {
    PayoutMethod read = method == null ? null : new PayoutMethod(method);
    return new PayoutFilter(clipperId, status, currency, read, kept(from), kept(until));
  }

  private static @Nullable Instant kept(@Nullable Instant at) {
    if (at == null || at.isBefore(FIRST)) {
      return at == null ? null : FIRST;
    }
    return at.isAfter(LAST) ? LAST : at;
  }
}
