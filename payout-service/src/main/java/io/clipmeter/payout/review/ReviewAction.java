package io.clipmeter.payout.review;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What an admin decides about a payout. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReviewAction.Approve.class, name = "APPROVE"),
  @JsonSubTypes.Type(value = ReviewAction.Reject.class, name = "REJECT"),
  @JsonSubTypes.Type(value = ReviewAction.SendByHand.class, name = "SEND_BY_HAND"),
  @JsonSubTypes.Type(value = ReviewAction.MarkPaid.class, name = "MARK_PAID"),
  @JsonSubTypes.Type(value = ReviewAction.Fail.class, name = "FAIL")
})
sealed interface ReviewAction {

  /** It is to be paid. */
  record Approve() implements ReviewAction {}

  /**
   * It will not be paid.
   *
   * @param reason in words for the clipper, 1 to 500 characters
   */
  record Reject(
      @NotNull
          @Pattern(
              regexp = PlainText.SEEN + "{1,500}",
              message = "must be 1 to 500 characters, none of them a control character")
          String reason)
      implements ReviewAction {}

  /** The admin is going to pay it by hand, so nobody else does. */
  record SendByHand() implements ReviewAction {}

  /**
   * The admin who was going to pay it by hand has paid it.
   *
   * @param transactionId the payment's id where it was made, 1 to 100 printable ASCII characters
   */
  record MarkPaid(
      @NotNull
          @Pattern(
              regexp = "[!-~]([ -~]{0,98}[!-~])?",
              message = "must be 1 to 100 printable ASCII characters")
          String transactionId)
      implements ReviewAction {}

  /**
   * A person tried to pay it, and the payment provably did not happen.
   *
   * @param reason in words for the clipper, 1 to 500 characters
   */
  record Fail(
      @NotNull
          @Pattern(
              regexp = PlainText.SEEN + "{1,500}",
              message = "must be 1 to 500 characters, none of them a control character")
          String reason)
      implements ReviewAction {}
}
