package io.clipmeter.payout.payrun;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.payout.payment.Ending;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What the bank says became of payouts of a run; applied wholly or not at all.
 *
 * @param results 1 to 1,000, no two of one payout
 */
record ResultForm(@NotEmpty @Size(max = PayRunForm.MOST) List<@NotNull @Valid Result> results) {

  /** What became of one payout. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Result.Paid.class, name = "PAID"),
    @JsonSubTypes.Type(value = Result.Failed.class, name = "FAILED")
  })
  sealed interface Result {
    /** Whose result it is. */
    UUID payoutId();

    /** How the payout ends by it. */
    Ending ending();

    /**
     * The bank has paid.
     *
     * @param transactionId the bank's id of the payment, 1 to 100 printable ASCII characters
     */
    record Paid(
        @NotNull UUID payoutId,
        @NotNull
            @Pattern(
                regexp = "[!-~]([ -~]{0,98}[!-~])?",
                message = "must be 1 to 100 printable ASCII characters")
            String transactionId)
        implements Result {
      @Override
      public Ending ending() {
        return new Ending.Paid(payoutId, transactionId, null);
      }
    }

    /**
     * The bank provably has not paid, or got the money back.
     *
     * @param reason in words for the clipper, 1 to 500 characters
     */
    record Failed(
        @NotNull UUID payoutId,
        @NotNull
            @Pattern(
                regexp = PlainText.SEEN + "{1,500}",
                message = "must be 1 to 500 characters, none of them a control character")
            String reason)
        implements Result {
      @Override
      public Ending ending() {
        return new Ending.Failed(payoutId, reason);
      }
    }
  }
}
