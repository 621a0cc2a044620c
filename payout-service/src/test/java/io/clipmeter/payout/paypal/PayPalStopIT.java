package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.paypal.PayPalServer.Fault;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is on its way, but was not ordered, stays as soon as its money has to. */
class PayPalStopIT extends PayPalStage {
  private final String id = newClipper();
  private UUID payout = new UUID(0, 0);

  @BeforeEach
  void payPalHasNoFundsAtFirst() {
    payout = approved(id);
    SERVER.sending = any -> Fault.NO_FUNDS;
    tick();
    SERVER.sending = any -> Fault.NONE;
    assertThat(SERVER.orders(payout)).isOne();
  }

  @Test
  void whatIsInQuestionIsNotOrdered() {
    question(id);
    stays();
    clearUp(id);
    leaves();
  }

  @Test
  void whatIsHeldIsNotOrdered() {
    UUID hold = hold(id, "40");
    stays();
    release(hold, id, "40");
    leaves();
  }

  @Test
  void whatMayHaveArrivedIsOrderedAgainAllTheSame() {
    lose();
    later();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    question(id);
    SERVER.sending = any -> Fault.NONE;
    later();
    assertThat(status(payout)).isEqualTo("SENDING");
    later();
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void whatWasNeverOrderedEndsWhereItsMoneyHasToStayForADay() {
    hold(id, "40");
    stays();
    clock.advance(Duration.ofHours(12).minusSeconds(1));
    desk.giveUp(clock.instant());
    assertThat(status(payout)).isEqualTo("SENDING");

    clock.advance(Duration.ofSeconds(1));
    desk.giveUp(clock.instant());
    assertThat(status(payout)).isEqualTo("FAILED");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/0.00/10.00");
    assertThat(clipper(id).get("/api/clippers/payout-requests/" + payout).text())
        .contains("never ordered");
    later();
    assertThat(SERVER.orders(payout)).isOne();
  }

  @Test
  void whatMayHaveArrivedNeverEndsSo() {
    SERVER.sending = any -> Fault.NO_FUNDS;
    clock.advance(Duration.ofHours(6));
    assertThat(claim()).extracting(PayPalPayment::payoutId).contains(payout);
    question(id);
    clock.advance(Duration.ofDays(2));
    desk.giveUp(clock.instant());
    assertThat(status(payout)).isEqualTo("SENDING");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
  }

  @Test
  void whatMayLeaveDoesNotEndSo() {
    clock.advance(Duration.ofDays(2));
    desk.giveUp(clock.instant());
    assertThat(status(payout)).isEqualTo("SENDING");
    later();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
  }

  private void stays() {
    later();
    later();
    assertThat(SERVER.orders(payout)).isOne();
    assertThat(status(payout)).isEqualTo("SENDING");
  }

  private void leaves() {
    later();
    later();
    assertThat(SERVER.orders(payout)).isEqualTo(2);
    assertThat(status(payout)).isEqualTo("PAID");
  }
}
