package io.clipmeter.payout.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is held or taken back after it was asked for does not leave. */
class TakenBackIT extends RunningService {
  @Autowired private PaymentDesk payments;
  @Autowired private TransactionTemplate transaction;
  private final String id = newClipper();

  @Test
  void whatIsHeldAfterTheRequestIsNotApprovedBeforeItIsReleased() {
    UUID payout = clipperWith(id, "50").requestPayout("50.00").id();
    UUID hold = hold(id, "0.01");

    Answer refused = admin("anna").approve(payout);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("balance-below-zero");
    assertThat(refused.json().at("/available/amount").asString()).isEqualTo("-0.01");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/50.00/0.00/-0.01");

    release(hold, id, "0.01");
    assertThat(admin("anna").approve(payout).status()).isEqualTo(200);
  }

  @Test
  void whatIsTakenBackAfterTheRequestIsRejectedOrEarnedAgain() {
    UUID payout = clipperWith(id, "50").requestPayout("50.00").id();
    takeBack("10");
    assertThat(admin("anna").approve(payout).problem()).isEqualTo("balance-below-zero");
    assertThat(admin("anna").reject(payout).status()).isEqualTo(200);
    UUID next = clipper(id).requestPayout("40.00").id();
    takeBack("5");
    assertThat(admin("anna").approve(next).problem()).isEqualTo("balance-below-zero");

    clipperWith(id, "5");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> clipper(id).balance("USD").endsWith("/0.00"));
    assertThat(admin("anna").approve(next).status()).isEqualTo(200);
  }

  @Test
  void whatIsHeldAfterTheApprovalIsNotSentBeforeItIsReleased() {
    UUID payout = clipperWith(id, "50").requestPayout("50.00").id();
    admin("anna").approve(payout);
    UUID hold = hold(id, "50");
    assertThat(sent(10, payout)).isZero();

    release(hold, id, "50");
    assertThat(sent(10, payout)).isOne();
  }

  @Test
  void noMoreAreSentThanWantedWhateverThePlan() {
    UUID[] payouts = new UUID[3];
    for (int i = 0; i < payouts.length; i++) {
      payouts[i] = clipperWith(newClipper(), "50").requestPayout("20.00").id();
      admin("anna").approve(payouts[i]);
    }
    assertThat(sent(1, payouts)).isOne();
    assertThat(sent(1, payouts)).isOne();
    assertThat(sent(5, payouts)).isOne();
  }

  private void takeBack(String dollars) {
    String before = clipper(id).balance("USD");
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(
          EarningsTopic.correction(
              EventType.EARNINGS_ADJUSTED,
              UUID.randomUUID(),
              id,
              "-" + dollars,
              "\"adjustedTotal\":{\"amount\":\"0\",\"currency\":\"USD\"},\"reason\":\"x\","
                  + "\"adjustedAt\":\"2026-03-01T12:00:00Z\""));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !clipper(id).balance("USD").equals(before));
  }

  /** How many are sent, by the plan that asks the subquery as often as it can. */
  private int sent(int most, UUID... payouts) {
    ToSend wanted = new ToSend(PayoutMethod.PAYPAL, List.of("USD"), List.of(payouts), most);
    return transaction.execute(
        status -> {
          for (String way : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material")) {
            sql.sql("SET LOCAL enable_" + way + " = off").update();
          }
          return payments.send(wanted, Channel.PAYPAL, "anna", null, Instant.EPOCH).size();
        });
  }
}
