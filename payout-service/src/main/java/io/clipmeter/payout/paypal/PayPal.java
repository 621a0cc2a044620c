package io.clipmeter.payout.paypal;

import io.clipmeter.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PayPal's Payouts API, as far as it is used here. No answer is an answer, too: nothing throws. */
interface PayPal {

  /**
   * What it is asked to pay.
   *
   * @param payoutId PayPal's sender_batch_id and sender_item_id: the same for ever
   * @param receiver the e-mail address of an account
   */
  record Order(UUID payoutId, Money amount, String receiver) {
    /** Says nothing of the receiver. */
    @Override
    public String toString() {
      return "Order[" + payoutId + ", " + amount + "]";
    }
  }

  /** What became of an order. */
  sealed interface Sent {
    /** PayPal has it under this id, from now or from before. */
    record Accepted(String batchId) implements Sent {}

    /** Not carried out, and it never will be. */
    record RefusedForGood(String why) implements Sent {}

    /** Not carried out; the same order may be taken another time. */
    record RefusedForNow(String why) implements Sent {}

    /** It may have been carried out. */
    record Lost(String why) implements Sent {}
  }

  /** Where an order stands. The item's status counts, not the batch's. */
  sealed interface Found {
    /**
     * PayPal's item.
     *
     * @param transactionId the proof of payment; null where there is none yet
     * @param error why it failed; null where it is not said
     */
    record Item(ItemStatus status, @Nullable String transactionId, @Nullable String error)
        implements Found {}

    /** The whole batch was turned down, before there were items. */
    record Denied() implements Found {}

    /** Something stands there that is not what was ordered. */
    record Strange(String why) implements Found {}

    /** No answer, or none that can be read, or no item yet. */
    record Nothing(String why) implements Found {}
  }

  /** Names the account that pays, as 64 hexadecimal digits: another name is another account. */
  String account();

  /** Whether it lets us in at present. Without that, nothing is begun. */
  boolean ready();

  /** Orders a payment: safe to repeat, as PayPal carries an id out once. */
  Sent send(Order order);

  /** Asks for the state of a batch that holds this order and no other. */
  Found look(String batchId, UUID payoutId, Money amount);
}
