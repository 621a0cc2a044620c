package io.clipmeter.payout.reconciliation;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.at;
import static io.clipmeter.payout.EarningsTopic.correction;
import static io.clipmeter.payout.EarningsTopic.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.RunningService;
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
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What the earnings service states, against what was posted. All of it is of 2025, so that what
 * other tests post and nobody states is not missed.
 */
class ReconciliationIT extends RunningService {
  private static final String MINUTE = "2025-06-01T12:00:00Z";
  private static final String PATH = "/api/admin/balances/discrepancies";

  @Autowired private ReconciliationWatch watch;
  @Autowired private PaymentDesk payments;
  @Autowired private TransactionTemplate transaction;
  @Autowired private MeterRegistry meters;
  private final String clipper = newClipper();

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
    say(accrual(UUID.randomUUID(), clipper, "50", "EUR"), earned("30"), earned("30"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") == 60_000_000);
    UUID requested = clipper(clipper).requestPayout("20").id();
    say(stated(clipper, MINUTE, 3, "90", "0", "0", "0"));
    awaitStated(1);

    assertThat(admin("anna").approve(requested).problem()).isEqualTo("earnings-in-question");
    assertThat(admin("anna").reject(requested).status()).isEqualTo(200);
    assertThat(clipper(clipper).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(payable()).doesNotContain(clipper + " USD").contains(clipper + " EUR");
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
        accrual(UUID.randomUUID(), clipper, "1", "EUR"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "EUR") > 0);
    assertThat(discrepancies(true)).isEmpty();

    say(stated(clipper, MINUTE, 3, "30", "0", "0", "0"));
    await().atMost(Duration.ofSeconds(30)).until(() -> discrepancies(true).size() == 1);
  }

  @Test
  void aMinuteThatIsLeftOutIsFoundWhenOthersAnHourLaterAreStated() {
    String other = newClipper();
    say(at("2025-06-02T12:00:00Z", accrual(UUID.randomUUID(), clipper, "30", "USD")));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 0);
    say(stated(other, "2025-06-02T13:00:00Z", 1, "1", "0", "0", "0"));
    awaitStated(other, 1);
    watch.look();
    assertThat(discrepancies(true)).isEmpty();

    say(stated(other, "2025-06-02T13:01:00Z", 1, "1", "0", "0", "0"));
    awaitStated(other, 2);
    watch.look();
    watch.look();

    JsonNode found = discrepancies(true).getFirst();
    assertThat(found.get("stated").isNull()).isTrue();
    assertThat(found.get("agreesNow").asBoolean()).isFalse();
    assertThat(clipper(clipper).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(resolve("anna", "k", found, "x").status()).isEqualTo(200);
    watch.look();
    assertThat(discrepancies(true)).isEmpty();
  }

  @Test
  void whatHappenedBeforeBothSidesWereKeptIsNotCompared() {
    sql.sql("UPDATE reconciliation_start SET started_at = '2025-06-01T12:01:00Z'").update();
    try {
      say(earned("30"), stated(clipper, MINUTE, 7, "30", "0", "0", "0"));
      say(at("2025-06-01T12:01:00Z", accrual(UUID.randomUUID(), clipper, "1", "USD")));
      say(stated(clipper, "2025-06-01T12:01:00Z", 1, "1", "0", "0", "0"));
      awaitStated(1);

      assertThat(discrepancies(false)).isEmpty();
      assertThat(earnedMicros(clipper, "USD")).isEqualTo(31_000_000);
    } finally {
      sql.sql("UPDATE reconciliation_start SET started_at = 'epoch'").update();
    }
  }

  @Test
  void onlyAnotherAdminClearsUpAndSaysWhy() {
    say(stated(clipper, MINUTE, 1, "30", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    String path = PATH + "/" + found.get("id").asString() + "/resolve";

    assertThat(clipper(clipper).post(path, "k", "{\"reason\":\"x\"}").status()).isEqualTo(403);
    assertThat(clipper(clipper).get(PATH).status()).isEqualTo(403);
    assertThat(resolve(clipper, "k", found, "x").problem()).isEqualTo("own-discrepancy");
    Api anna = admin("anna");
    assertThat(anna.post(path, "{\"reason\":\"x\"}").status()).isEqualTo(400);
    assertThat(anna.post(path, "k", "{\"reason\":\" \"}").status()).isEqualTo(400);
    assertThat(anna.post(path, "k", "{\"reason\":\"\\u0000\"}").status()).isEqualTo(400);
    assertThat(anna.post(path, "k", "{}").status()).isEqualTo(400);
    assertThat(
            anna.post(PATH + "/" + UUID.randomUUID() + "/resolve", "k", "{\"reason\":\"x\"}")
                .problem())
        .isEqualTo("discrepancy-not-found");
    assertThat(anna.get(PATH + "?clipperId=%00").status()).isEqualTo(400);
    assertThat(anna.get(PATH + "?open=maybe").status()).isEqualTo(400);
    assertThat(discrepancies(true)).hasSize(1);
  }

  private Said earned(String dollars) {
    return at(MINUTE, accrual(UUID.randomUUID(), clipper, dollars, "USD"));
  }

  private Said corrected(EventType type, UUID id, String amount, String time) {
    String rest =
        "\"adjustedTotal\":{\"amount\":\"0\",\"currency\":\"USD\"},\"reason\":\"x\",\"%s\":\"%s\""
            .formatted(time, MINUTE);
    return correction(type, id, clipper, amount, rest);
  }

  private void say(Said... records) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(records);
    }
  }

  private void awaitStated(int minutes) {
    awaitStated(clipper, minutes);
  }

  private void awaitStated(String whose, int minutes) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                sql.sql(
                            "SELECT count(*) FROM earning_minute WHERE clipper_id = ? AND"
                                + " stated_facts IS NOT NULL")
                        .param(whose)
                        .query(Integer.class)
                        .single()
                    == minutes);
  }

  private List<JsonNode> discrepancies(boolean open) {
    String path = PATH + "?clipperId=" + clipper + "&open=" + open;
    return admin("anna").get(path).json().get("items").valueStream().toList();
  }

  private Answer resolve(String admin, String key, JsonNode discrepancy, String reason) {
    return admin(admin)
        .post(
            PATH + "/" + discrepancy.get("id").asString() + "/resolve",
            key + clipper,
            "{\"reason\":\"" + reason + "\"}");
  }

  private int sent(UUID payout) {
    ToSend wanted = new ToSend(PayoutMethod.PAYPAL, List.of("USD"), List.of(payout), 10);
    return transaction
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
