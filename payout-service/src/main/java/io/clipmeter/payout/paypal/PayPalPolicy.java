package io.clipmeter.payout.paypal;

import io.clipmeter.payout.paypal.PayPal.Found;
import io.clipmeter.payout.paypal.PayPal.Sent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer of PayPal proves. Pure. */
final class PayPalPolicy {
  private static final int DOUBLINGS_MAX = 20;
  private static final String NOT_PAID = "PayPal did not pay: ";

  private PayPalPolicy() {}

  /** What an answer of PayPal leads to. */
  sealed interface Step {

    /** PayPal has it under this id; it is asked for the state from now on. */
    record Known(String batchId) implements Step {}

    /** PayPal is at it. */
    record UnderWay(ItemStatus status) implements Step {}

    /** It is paid. */
    record Paid(String transactionId) implements Step {}

    /**
     * It provably was not paid.
     *
     * @param said how PayPal says that it stands; null where it says only that it refuses the order
     */
    record NotPaid(@Nullable String said, String reason) implements Step {}

    /**
     * Nobody knows whether it was or will be paid.
     *
     * @param said how PayPal says that it stands; null where it says nothing of that
     */
    record Doubt(@Nullable String said, String why) implements Step {
      Doubt(String why) {
        this(null, why);
      }
    }

    /** Nothing new; for certain nothing happened in this call. */
    record Wait(String why) implements Step {}
  }

  /**
   * What the answer to an order leads to. A refusal proves that nothing was paid only where no
   * earlier call of the same order may have arrived.
   *
   * @param giveUpAfter from its beginning on, how long an order is sent that is refused for now
   */
  static Step afterSending(PayPalPayment payment, Sent answer, Instant now, Duration giveUpAfter) {
    return switch (answer) {
      case Sent.Accepted(String batchId) -> new Step.Known(batchId);
      case Sent.Lost(String why) -> new Step.Doubt(why);
      case Sent.RefusedForGood(String why) ->
          payment.doubtBefore()
              ? new Step.Doubt("refused after a lost answer: " + why)
              : notPaid(why);
      case Sent.RefusedForNow(String why) -> {
        if (payment.doubtBefore()) {
          yield new Step.Doubt("refused after a lost answer: " + why);
        }
        boolean tooLong = !now.isBefore(payment.begunAt().plus(giveUpAfter));
        yield tooLong ? notPaid(why) : new Step.Wait(why);
      }
    };
  }

  /** What the state of a batch leads to. */
  static Step afterLooking(Found answer) {
    return switch (answer) {
      case Found.Item item -> ofItem(item);
      case Found.Denied() -> new Step.NotPaid("DENIED", NOT_PAID + "DENIED");
      case Found.Strange(String why) -> new Step.Doubt(ItemStatus.UNRECOGNIZED.name(), why);
      case Found.Nothing(String why) -> new Step.Wait(why);
    };
  }

  /** How long to wait after so many calls before the next one. */
  static Duration gap(int calls, Duration first, Duration longest) {
    Duration gap = first.multipliedBy(1L << Math.clamp(calls - 1L, 0, DOUBLINGS_MAX));
    return gap.compareTo(longest) < 0 ? gap : longest;
  }

  /** When to ask next whether a payout that is closed was taken back since; null for never. */
  static @Nullable Instant watchAt(Instant closedAt, Instant now, Duration gap, Duration watchFor) {
    Instant next = now.plus(gap);
    return next.isAfter(closedAt.plus(watchFor)) ? null : next;
  }

  private static Step ofItem(Found.Item item) {
    String why = item.status() + (item.error() == null ? "" : " (" + item.error() + ")");
    return switch (item.status().meaning()) {
      case PAID ->
          item.transactionId() == null
              ? new Step.Doubt("SUCCESS without a transaction")
              : new Step.Paid(item.transactionId());
      case NOT_PAID -> new Step.NotPaid(item.status().name(), NOT_PAID + why);
      case UNDER_WAY -> new Step.UnderWay(item.status());
      case IN_DOUBT -> new Step.Doubt(item.status().name(), "PayPal says " + why);
    };
  }

  private static Step notPaid(String why) {
    return new Step.NotPaid(null, NOT_PAID + why);
  }
}
