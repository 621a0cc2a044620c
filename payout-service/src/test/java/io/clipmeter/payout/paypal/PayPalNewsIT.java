package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.paypal.PayPalPolicy.Step;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News that come while PayPal is being called are not lost, and neither is a call. */
class PayPalNewsIT extends PayPalStage {
  private UUID payout = new UUID(0, 0);
  private int looks;

  @BeforeEach
  void payPalHasItAndIsAsked() {
    becomes("UNCLAIMED");
    payout = approved(newClipper());
    tick();
    clock.advance(Duration.ofHours(6));
    looks = looks();
  }

  @Test
  void newsDuringACallIsLookedAtAfterIt() {
    PayPalPayment called = claimed();
    desk.askNow(payout, clock.instant());
    tick();
    assertThat(looks()).isEqualTo(looks);
    desk.record(called, new Step.UnderWay(ItemStatus.UNCLAIMED), clock.instant());
    tick();
    assertThat(looks()).isEqualTo(looks + 1);
    tick();
    assertThat(looks()).isEqualTo(looks + 1);
  }

  @Test
  void aCallThatEndsWithoutAnAnswerIsMadeAgain() {
    PayPalPayment _ = claimed();
    clock.advance(Duration.ofMinutes(2).minusSeconds(1));
    tick();
    assertThat(looks()).isEqualTo(looks);
    clock.advance(Duration.ofSeconds(1));
    tick();
    assertThat(looks()).isEqualTo(looks + 1);
  }

  @Test
  void whatAnOrderIsAnsweredAfterItsBatchWasNamedIsNotHeard() {
    payout = approved(newClipper());
    desk.begin(clock.instant());
    PayPalPayment ordered = claimed();
    desk.nameBatch(payout, "BATCH-" + payout);
    desk.askNow(payout, clock.instant());
    desk.record(ordered, new Step.NotPaid(null, "RECEIVER_UNREGISTERED"), clock.instant());
    assertThat(status(payout)).isEqualTo("SENDING");
    assertThat(claimed().batchId()).isEqualTo("BATCH-" + payout);
  }

  private PayPalPayment claimed() {
    return claim().stream()
        .filter(payment -> payment.payoutId().equals(payout))
        .findFirst()
        .orElseThrow();
  }

  private int looks() {
    return batch(payout).looks.get();
  }
}
