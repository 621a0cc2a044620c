package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an admin asks for. */
sealed interface CorrectionForm {
  String REASON = PlainText.SEEN + "{1,500}";
  String REASON_RULE = "must be 1 to 500 characters, none of them a control character";

  /** Why, for the clipper to read. */
  String reason();

  /**
   * Adds to what a clip has earned, or takes it back.
   *
   * @param amount with a minus to take back
   */
  record Adjust(
      @NotNull @Valid AmountForm amount,
      @NotNull @Pattern(regexp = REASON, message = REASON_RULE) String reason)
      implements CorrectionForm {}

  /**
   * Holds what a clip has earned.
   *
   * @param expiresAt when it ends by itself; null where an admin ends it
   */
  record Hold(
      @NotNull @Valid AmountForm amount,
      @NotNull @Pattern(regexp = REASON, message = REASON_RULE) String reason,
      @Nullable Instant expiresAt)
      implements CorrectionForm {}

  /**
   * Ends a hold.
   *
   * @param takeBack whether what was held is taken back at the same moment
   */
  record Release(
      @NotNull @Pattern(regexp = REASON, message = REASON_RULE) String reason,
      @Nullable Boolean takeBack)
      implements CorrectionForm {}

  /** An amount, with its sign. */
  record AmountForm(
      @NotNull
          @Pattern(
              regexp = "-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?",
              message = "must be a plain decimal with at most 6 decimals")
          String amount,
      @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
          String currency) {

    Optional<Money> read() {
      try {
        return Optional.of(Money.of(amount, currency));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
