package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.payout.paypal.PayPalPolicy.Step;
import io.clipmeter.payout.paypal.PayPalServer.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** From an approval to the proof, whatever gets lost on the way. */
class PayPalRunnerIT extends PayPalStage {
  private static final String PAID = "50.00/0.00/20.00/30.00";
  private static final String LOCKED = "50.00/20.00/0.00/30.00";
  private static final String BACK = "50.00/0.00/0.00/50.00";

  @Autowired private PayPalPayments payments;
  private final String id = newClipper();

  @Test
  void anApprovedPayoutIsOrderedAskedForAndPaid() {
    UUID payout = approved(id);
    tick();
    assertThat(status(payout)).isEqualTo("SENDING");
    assertThat(balance()).isEqualTo(LOCKED);
    clock.advance(Duration.ofSeconds(14));
    tick();
    assertThat(status(payout)).isEqualTo("SENDING");
    clock.advance(Duration.ofSeconds(1));
    tick();
    assertThat(status(payout)).isEqualTo("PAID");
    assertThat(balance()).isEqualTo(PAID);
    assertThat(SERVER.orders(payout)).isEqualTo(1);
    assertThat(audit(payout))
        .containsExactly("boss APPROVE", "PAYPAL SEND", "PAYPAL MARK_PAID TX" + batch(payout).id);
    later();
    assertThat(SERVER.orders(payout)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NONE", "BUSY", "NO_FUNDS", "INVALID", "NO_TOKEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void aLostAnswerLocksThePayoutUntilThereIsProof(Fault fault) {
    UUID payout = approved(id);
    PayPal through = fault.name().startsWith("SILENT") ? impatient() : payPal();
    faults(fault);
    runner(through).tick();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(balance()).isEqualTo(LOCKED);
    assertThat(admin("boss").reject(payout).problem()).isEqualTo("payout-not-rejectable");
    assertThat(admin("boss").markPaid(payout, "T").problem()).isEqualTo("payout-not-sent-by-hand");
    assertThat(clipper(id).cancel(payout).problem()).isEqualTo("payout-not-requested");
    later();
    assertThat(status(payout)).isEqualTo("SENDING");
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    assertThat(SERVER.batches).containsKey(payout.toString());
    assertThat(SERVER.orders(payout)).isEqualTo(2);
    assertThat(balance()).isEqualTo(PAID);
  }

  @ParameterizedTest
  @CsvSource({"INVALID", "NO_FUNDS", "BUSY", "NO_TOKEN"})
  void aRefusalAfterALostAnswerReleasesNothing(Fault refusal) {
    UUID payout = approved(id);
    faults(Fault.RESET_AFTER, refusal, refusal);
    tick();
    later();
    later();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(balance()).isEqualTo(LOCKED);
    clock.advance(Duration.ofDays(2));
    later();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    assertThat(SERVER.orders(payout)).isEqualTo(4);
  }

  @Test
  void aFirstRefusalForGoodGivesTheMoneyBackAndIsNeverOrderedAgain() {
    UUID payout = approved(id);
    faults(Fault.INVALID);
    tick();
    assertThat(status(payout)).isEqualTo("FAILED");
    assertThat(balance()).isEqualTo(BACK);
    assertThat(clipper(id).get("/api/clippers/payout-requests/" + payout).text())
        .contains("PayPal did not pay: HTTP 400 VALIDATION_ERROR");
    desk.askNow(payout, clock.instant());
    later();
    assertThat(SERVER.orders(payout)).isEqualTo(1);
    assertThatThrownBy(
            () ->
                sql.sql("UPDATE paypal_payment SET calls = calls + 1 WHERE payout_id = ?")
                    .param(payout)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void withoutFundsItIsTriedForADay() {
    UUID payout = approved(id);
    SERVER.sending = any -> Fault.NO_FUNDS;
    tick();
    clock.advance(Duration.ofHours(23));
    tick();
    assertThat(status(payout)).isEqualTo("SENDING");
    clock.advance(Duration.ofHours(1));
    tick();
    assertThat(status(payout)).isEqualTo("FAILED");
    assertThat(balance()).isEqualTo(BACK);
  }

  @Test
  void withFundsAgainItIsPaid() {
    UUID payout = approved(id);
    faults(Fault.NO_FUNDS);
    tick();
    later();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void afterACrashBeforeTheCallSomebodyElseCallsWhenItIsSure() {
    UUID payout = approved(id);
    desk.begin(clock.instant());
    assertThat(claimed(payout)).isNotNull();
    tick();
    assertThat(SERVER.orders(payout)).isZero();
    clock.advance(Duration.ofMinutes(2));
    faults(Fault.INVALID);
    tick();
    // The call of the one that crashed may have arrived: its refusal is no proof.
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    later();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void theAnswerOfAnOlderCallIsNotHeard() {
    UUID payout = approved(id);
    desk.begin(clock.instant());
    PayPalPayment older = claimed(payout);
    clock.advance(Duration.ofMinutes(2));
    PayPalPayment newer = claimed(payout);
    desk.record(older, new Step.NotPaid("FAILED", "no"), clock.instant());
    assertThat(status(payout)).isEqualTo("SENDING");
    desk.record(newer, new Step.Doubt("lost"), clock.instant());
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(older.doubtBefore()).isFalse();
    assertThat(newer.doubtBefore()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, SENDING, SUCCESS, PAID",
    "UNCLAIMED, SENDING, SUCCESS, PAID",
    "UNCLAIMED, SENDING, RETURNED, FAILED",
    "ONHOLD, SENDING, REVERSED, FAILED",
    "ONHOLD, SENDING, FAILED, FAILED",
    "BLOCKED, UNKNOWN, SUCCESS, PAID",
    "BLOCKED, UNKNOWN, REFUNDED, FAILED",
    "BLOCKED, UNKNOWN, ONHOLD, SENDING",
    "VANISHED, UNKNOWN, RETURNED, FAILED"
  })
  void anItemGoesItsWay(String first, String then, String second, String end) {
    UUID payout = approved(id);
    SERVER.becoming = any -> looks -> looks < 2 ? first : second;
    tick();
    later();
    assertThat(status(payout)).isEqualTo(then);
    assertThat(balance()).isEqualTo(LOCKED);
    later();
    assertThat(status(payout)).isEqualTo(end);
    assertThat(SERVER.orders(payout)).isEqualTo(1);
  }

  @Test
  void aPaymentThatIsTakenBackLaterMovesNothingAndIsShown() {
    UUID payout = approved(id);
    tick();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    batch(payout).status = looks -> "REVERSED";
    clock.advance(Duration.ofDays(1).minusSeconds(1));
    tick();
    assertThat(itemStatus(payout)).isEqualTo("SUCCESS");
    clock.advance(Duration.ofSeconds(1));
    tick();
    assertThat(status(payout)).isEqualTo("PAID");
    assertThat(balance()).isEqualTo(PAID);
    assertThat(itemStatus(payout)).isEqualTo("REVERSED");
  }

  @Test
  void whatIsPaidIsLookedAtOnceADayFor35Days() {
    UUID payout = approved(id);
    tick();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    int looks = batch(payout).looks.get();
    for (int hours = 0; hours < 40 * 24; hours += 6) {
      later();
    }
    assertThat(batch(payout).looks.get()).isEqualTo(looks + 35);
    assertThat(SERVER.orders(payout)).isEqualTo(1);
  }

  @Test
  void whatIsClosedIsAskedForBehindWhatIsOpen() {
    UUID paid = approved(id);
    tick();
    later();
    clock.advance(Duration.ofDays(2));
    approved(newClipper());
    Instant now = clock.instant();
    String account = payPal().account();
    desk.begin(now);
    assertThat(payments.claim(1000, account, now, now, now).stream().map(PayPalPayment::payoutId))
        .contains(paid);
    assertThat(payments.claim(1, account, now, now, now.minus(Duration.ofDays(20))))
        .extracting(PayPalPayment::closedAt)
        .hasSize(1)
        .containsOnlyNulls();
  }

  @Test
  void whenPayPalForgetsIdsNothingIsOrderedAgain() {
    UUID payout = approved(id);
    faults(Fault.RESET_AFTER);
    tick();
    clock.advance(Duration.ofDays(20));
    tick();
    later();
    assertThat(SERVER.orders(payout)).isEqualTo(1);
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(balance()).isEqualTo(LOCKED);
  }

  private void faults(Fault... faults) {
    Iterator<Fault> next = List.of(faults).iterator();
    SERVER.sending = any -> next.hasNext() ? next.next() : Fault.NONE;
  }

  private PayPalPayment claimed(UUID payout) {
    return of(claim(), payout);
  }

  private static PayPalPayment of(List<PayPalPayment> payments, UUID payout) {
    return payments.stream()
        .filter(payment -> payment.payoutId().equals(payout))
        .findFirst()
        .orElseThrow();
  }

  private String balance() {
    return clipper(id).balance("USD");
  }

  private String itemStatus(UUID payout) {
    return sql.sql("SELECT item_status FROM paypal_payment WHERE payout_id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }

  private List<String> audit(UUID payout) {
    return sql.sql(
            """
            SELECT concat_ws(' ', actor, action, transaction_id) FROM audit_log
            WHERE payout_id = ? ORDER BY id\
            """)
        .param(payout)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
