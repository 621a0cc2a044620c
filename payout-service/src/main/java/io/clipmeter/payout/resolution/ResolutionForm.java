package io.clipmeter.payout.resolution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.payout.payment.Ending;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/** What a person has found out about a payout that is UNKNOWN. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ResolutionForm.Paid.class, name = "PAID"),
  @JsonSubTypes.Type(value = ResolutionForm.NotPaid.class, name = "NOT_PAID")
})
sealed interface ResolutionForm {
  /** How the payout ends by it. */
  Ending ending(UUID payoutId);

  /**
   * It was paid.
   *
   * @param transactionId the payment's id where it was made, 1 to 100 printable ASCII characters
   * @param evidence how that is known, for the audit log, 1 to 500 characters
   */
  record Paid(
      @NotNull
          @Pattern(
              regexp = "[!-~]([ -~]{0,98}[!-~])?",
              message = "must be 1 to 100 printable ASCII characters")
          String transactionId,
      @NotNull
          @Pattern(
              regexp = PlainText.SEEN + "{1,500}",
              message = "must be 1 to 500 characters, none of them a control character")
          String evidence)
      implements ResolutionForm {
    @Override
    public Ending ending(UUID payoutId) {
      return new Ending.Paid(payoutId, transactionId, evidence);
    }
  }

  /**
   * It was not paid, and will not be.
   *
   * @param evidence how that is known, also for the clipper, 1 to 500 characters
   */
  record NotPaid(
      @NotNull
          @Pattern(
              regexp = PlainText.SEEN + "{1,500}",
              message = "must be 1 to 500 characters, none of them a control character")
          String evidence)
      implements ResolutionForm {
    @Override
    public Ending ending(UUID payoutId) {
      return new Ending.Failed(payoutId, evidence);
    }
  }
}
