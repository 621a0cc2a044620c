package io.clipmeter.payout.reconciliation;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.at;
import static io.clipmeter.payout.EarningsTopic.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What stops payouts, and what does not. */
class ReconciliationIT extends ReconciliationStage {
  @Autowired private PaymentDesk payments;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private MeterRegistry meters;

  @Test
  void whatIsStatedAsItWasPostedStopsNothing() {
    UUID hold = UUID.randomUUID();
    say(
        earned("30"),
        at("2025-06-01T12:00:59.999999Z", accrual(UUID.randomUUID(), clipper, "10", "USD")),
        // Rounded, it is of the next minute.
        at("2025-06-01T12:00:59.9999995Z", accrual(UUID.randomUUID(), clipper, "2", "USD")),
        corrected(EventType.EARNINGS_ADJUSTED, UUID.randomUUID(), "-4", "adjustedAt"),
        corrected(EventType.EARNINGS_HELD, hold, "5", "heldAt"),
        corrected(EventType.EARNINGS_RELEASED, hold, "5", "releasedAt"),
        stated(clipper, MINUTE, 5, "40", "-4", "5", "5"),
        stated(clipper, "2025-06-01T12:01:00Z", 1, "2", "0", "0", "0"));

    awaitStated(2);
    assertThat(discrepancies(false)).isEmpty();
    assertThat(clipper(clipper).requestPayout("20").status()).isEqualTo(201);
  }

  @ParameterizedTest(name = "{0} facts of {1} accrued, {2} adjusted, {3} held, {4} released")
  @CsvSource({
    "2, 30, 0, 0, 0",
    "2, 30.000001, 0, 0, 0",
    "1, 29.999999, 0, 0, 0",
    "1, 30, 0.000001, 0, 0",
    "1, 30, 0, 0.000001, 0",
    "1, 30, 0, 0.000001, 0.000001"
  })
  void whatIsStatedOtherwiseIsADiscrepancy(
      int facts, String accrued, String adjusted, String held, String released) {
    say(earned("30"), stated(clipper, MINUTE, facts, accrued, adjusted, held, released));

    awaitStated(1);
    assertThat(discrepancies(true)).hasSize(1);
  }

  @Test
  void aLostFactStopsTheClippersPayoutsInThatCurrencyUntilItIsClearedUp() {
    say(accrual(UUID.randomUUID(), clipper, "50", "CHF"), earned("30"), earned("30"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") == 60_000_000);
    UUID requested = clipper(clipper).requestPayout("20").id();
    say(stated(clipper, MINUTE, 3, "90", "0", "0", "0"));
    awaitStated(1);

    assertThat(admin("anna").approve(requested).problem()).isEqualTo("earnings-in-question");
    assertThat(admin("anna").reject(requested).status()).isEqualTo(200);
    assertThat(clipper(clipper).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(payable()).doesNotContain(clipper + " USD").contains(clipper + " CHF");
    JsonNode found = discrepancies(true).getFirst();
    assertThat(found.at("/posted/facts").asInt()).isEqualTo(2);
    assertThat(found.at("/posted/earned/amount").asString()).isEqualTo("60.00");
    assertThat(found.at("/stated/earned/amount").asString()).isEqualTo("90.00");
    assertThat(found.get("agreesNow").asBoolean()).isFalse();
    watch.look();
    assertThat(meters.get("clipmeter.payout.discrepancies").gauge().value()).isPositive();

    Answer resolved =
        resolve("anna", "k-" + clipper, found, "record sent again from the dead letters");
    assertThat(resolved.json().get("resolvedBy").asString()).isEqualTo("anna");
    assertThat(
            resolve("anna", "k-" + clipper, found, "record sent again from the dead letters")
                .text())
        .isEqualTo(resolved.text());
    assertThat(resolve("bert", "other", found, "again").problem())
        .isEqualTo("discrepancy-resolved");
    assertThat(discrepancies(true)).isEmpty();
    assertThat(discrepancies(false)).hasSize(1);
    assertThat(clipper(clipper).requestPayout("20").status()).isEqualTo(201);
  }

  @Test
  void anApprovedPayoutIsNotSentWhileItIsInQuestion() {
    say(earned("30"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 0);
    UUID payout = clipper(clipper).requestPayout("20").id();
    assertThat(admin("anna").approve(payout).status()).isEqualTo(200);
    say(stated(clipper, MINUTE, 2, "30", "0", "0", "0"));
    awaitStated(1);

    assertThat(sent(payout)).isZero();
    assertThat(resolve("anna", "k", discrepancies(true).getFirst(), "looked at").status())
        .isEqualTo(200);
    assertThat(sent(payout)).isEqualTo(1);
  }

  @Test
  void aDoubledFactIsFoundBeforeAndAfterItsMinuteIsStated() {
    Said fact = earned("30");
    say(fact, fact, fact.as(UUID.randomUUID()), stated(clipper, MINUTE, 1, "30", "0", "0", "0"));
    awaitStated(1);
    assertThat(discrepancies(true)).isEmpty();

    say(earned("30"));

    await().atMost(Duration.ofSeconds(30)).until(() -> discrepancies(true).size() == 1);
  }

  @Test
  void aStatementBeforeItsFactsStaysADiscrepancyThoughItAgreesLater() {
    say(stated(clipper, MINUTE, 1, "30", "0", "0", "0"));
    awaitStated(1);
    assertThat(discrepancies(true)).hasSize(1);

    say(earned("30"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 0);

    assertThat(discrepancies(true)).hasSize(1);
    assertThat(discrepancies(true).getFirst().get("agreesNow").asBoolean()).isTrue();
  }

  @Test
  void whatIsClearedUpIsNotFoundAgainUnlessItChanges() {
    Said statement = stated(clipper, MINUTE, 2, "30", "0", "0", "0");
    say(earned("30"), statement);
    awaitStated(1);
    assertThat(resolve("anna", "k", discrepancies(true).getFirst(), "x").status()).isEqualTo(200);

    say(
        statement,
        statement.as(UUID.randomUUID()),
        accrual(UUID.randomUUID(), clipper, "1", "CHF"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "CHF") > 0);
    assertThat(discrepancies(true)).isEmpty();

    say(stated(clipper, MINUTE, 3, "30", "0", "0", "0"));
    await().atMost(Duration.ofSeconds(30)).until(() -> discrepancies(true).size() == 1);
  }

  private int sent(UUID payout) {
    ToSend wanted = new ToSend(PayoutMethod.PAYPAL, List.of("USD"), List.of(payout), 10);
    return new TransactionTemplate(transactions)
        .execute(status -> payments.send(wanted, Channel.PAYPAL, "anna", null, Instant.EPOCH))
        .size();
  }

  private List<String> payable() {
    return as(CRON_SECRET)
        .get("/api/cron/payout-calculation?pageSize=1000")
        .json()
        .get("items")
        .valueStream()
        .map(
            item ->
                item.get("clipperId").asString() + " " + item.at("/available/currency").asString())
        .toList();
  }
}
