package io.clipmeter.payout.review;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who pays by hand says so before, and then nobody else does. */
class HandIT extends RunningService {
  private static final String LIST = "/api/admin/payout-requests";

  @Autowired private PaymentDesk payments;
  @Autowired private TransactionTemplate transaction;
  private final String id = newClipper();
  private UUID payout = UUID.randomUUID();

  @BeforeEach
  void approve() {
    payout = clipperWith(id, "50").requestPayout("20.00").id();
    admin("anna").approve(payout);
  }

  @Test
  void onlyWhoPaysItByHandSeesItsDetailsAndTheReadingIsAudited() {
    assertThat(shown("anna")).isEqualTo("a***@example.com");
    assertThat(admin("anna").sendByHand(payout).json().get("sentBy").asString()).isEqualTo("anna");
    assertThat(shown("bert")).isEqualTo("a***@example.com");
    assertThat(shown("anna")).isEqualTo("anna@example.com");
    assertThat(
            sql.sql("SELECT actor || ' ' || action FROM audit_log WHERE payout_id = ? ORDER BY id")
                .param(payout)
                .query(String.class)
                .list())
        .containsExactly("anna APPROVE", "anna SEND", "anna READ_DETAILS");
  }

  private String shown(String admin) {
    return admin(admin).get(LIST + "/" + payout).json().at("/details/email").asString();
  }

  @Test
  void aPaymentByHandThatFailedGivesTheMoneyBack() {
    Answer failed = admin("anna").failByHand(payout);
    assertThat(failed.json().get("status").asString()).isEqualTo("FAILED");
    assertThat(failed.json().get("reason").asString()).isEqualTo("The account is closed");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/0.00/50.00");
  }

  @Test
  void ofManyAdminsOnePaysIt() throws Exception {
    AtomicInteger admins = new AtomicInteger();
    List<Answer> answers =
        atOnce(8, () -> admin("admin" + admins.incrementAndGet()).sendByHand(payout));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(Answer::problem)
        .containsOnly("payout-not-approved");
  }

  @Test
  void whatIsPaidByHandIsNeitherSentNorRejectedOtherwise() {
    admin("anna").sendByHand(payout);
    assertThat(sent()).isZero();
    assertThat(admin("bert").reject(payout).problem()).isEqualTo("payout-not-rejectable");
    assertThat(admin("bert").markPaid(payout, "T-" + payout).status()).isEqualTo(200);
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/20.00/30.00");
  }

  @Test
  void whatIsInQuestionOrHeldIsNotPaidByHand() {
    question(id);
    assertThat(admin("anna").sendByHand(payout).problem()).isEqualTo("earnings-in-question");
    assertThat(seen().get("frozen").asBoolean()).isTrue();
    clearUp(id);
    UUID hold = hold(id, "30.01");
    assertThat(admin("anna").sendByHand(payout).problem()).isEqualTo("balance-below-zero");
    assertThat(seen().get("frozen").asBoolean()).isFalse();
    assertThat(seen().at("/available/amount").asString()).isEqualTo("-0.01");
    release(hold, id, "30.01");
    assertThat(admin("anna").sendByHand(payout).status()).isEqualTo(200);
    assertThat(seen().at("/available/amount").asString()).isEqualTo("30.00");
  }

  @Test
  void norAreItsDetailsShownThenToWhoWasGoingToPay() {
    admin("anna").sendByHand(payout);
    question(id);
    assertThat(admin("anna").get(LIST + "/" + payout).problem()).isEqualTo("earnings-in-question");
    clearUp(id);
    hold(id, "30.01");
    assertThat(admin("anna").get(LIST + "/" + payout).problem()).isEqualTo("balance-below-zero");
    assertThat(admin("bert").get(LIST + "/" + payout).status()).isEqualTo(200);
    assertThat(admin("anna").fail(payout).status()).isEqualTo(200);
  }

  @Test
  void whatMayHaveBeenTransferredBeforeThereWereClaimsCanStillBeEnded() {
    transaction.executeWithoutResult(
        status -> {
          sql.sql("SET LOCAL session_replication_role = replica").update();
          sql.sql("UPDATE payout_request SET read_before_claims = true WHERE id = ?")
              .param(payout)
              .update();
        });
    hold(id, "50");
    assertThat(sent()).isZero();
    assertThat(admin("anna").pay(payout, "T-" + payout).status()).isEqualTo(200);
  }

  @Test
  void aCurrencyThatNoPayoutsAreMadeInIsRefused() {
    clipperWith(id, "5000", "NOK");
    Answer answer =
        clipper(id)
            .post(
                "/api/clippers/payout-request",
                "crowns " + id,
                Api.paypal("30.00", "a@example.com").replace("USD", "NOK"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("currency-unknown");
  }

  /** The payout in the list. */
  private JsonNode seen() {
    return admin("bert").get(LIST + "?clipperId=" + id).json().at("/items/0");
  }

  private int sent() {
    ToSend wanted = new ToSend(PayoutMethod.PAYPAL, List.of("USD"), List.of(payout), 10);
    return transaction.execute(
        status -> payments.send(wanted, Channel.PAYPAL, "anna", null, Instant.EPOCH).size());
  }
}
