package io.clipmeter.payout.payrun;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pay run is made from.
 *
 * @param currency ISO 4217
 * @param payouts these and no others, each of them once; all that are approved, the oldest first,
 *     where it is left out
 */
record PayRunForm(
    @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") String currency,
    @Size(min = 1, max = PayRunForm.MOST) @Nullable List<@NotNull UUID> payouts) {
  /** Most payouts of one run, and most results at once. */
  static final int MOST = 1000;
}
