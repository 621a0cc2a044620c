package io.clipmeter.payout.request;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.PayoutMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** A payout request as JSON has it. */
record PayoutForm(
    @NotNull @Valid AmountForm amount,
    @NotNull
        @Pattern(
            regexp = PayoutMethod.NAME,
            message = "must be 2 to 30 capital letters, digits and underscores")
        String method,
    @NotNull @Valid DetailsForm details) {

  /**
   * How much.
   *
   * @param amount a plain decimal, at most 12 digits before the point and 6 behind it
   * @param currency ISO 4217
   */
  record AmountForm(
      @NotNull
          @Pattern(
              regexp = "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?",
              message = "must be a plain decimal with at most 6 decimals")
          String amount,
      @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
          String currency) {

    /** Empty where there is no such currency, or none that is paid in. */
    Optional<Money> read() {
      try {
        return Optional.of(Money.of(amount, currency));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
