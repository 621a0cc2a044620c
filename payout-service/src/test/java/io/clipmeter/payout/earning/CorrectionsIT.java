package io.clipmeter.payout.earning;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.correction;
import static io.clipmeter.payout.EarningsTopic.pending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.balance.LedgerInvariants;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What admins hold or correct, and what is payable later, as a clipper's balance shows it. */
class CorrectionsIT extends RunningService {
  private static final String ADJUSTED =
      "\"adjustedTotal\":{\"amount\":\"0\",\"currency\":\"USD\"},\"reason\":\"x\",\"adjustedAt\":\"2026-03-01T12:00:00Z\"";
  private static final String HELD = "\"reason\":\"x\",\"heldAt\":\"2026-03-01T12:00:00Z\"";
  private static final String RELEASED = "\"releasedAt\":\"2026-03-02T12:00:00Z\"";

  @Autowired private MaturityDesk maturity;
  @Autowired private LedgerInvariants invariants;
  private final String clipper = newClipper();

  @AfterEach
  void theBooksAreRight() {
    assertThat(invariants.verify()).isEqualTo(LedgerInvariants.Findings.NONE);
  }

  @Test
  void whatIsTakenBackIsNotAvailableAndCountsOnce() {
    Said clawback = adjusted(UUID.randomUUID(), "-4.50");
    say(accrual(UUID.randomUUID(), clipper, "10", "USD"), clawback, clawback);
    say(clawback.as(UUID.randomUUID()), adjusted(UUID.randomUUID(), "1.25"));

    awaitBalance("earned", "6.75");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("6.75");
  }

  @Test
  void whatIsHeldIsEarnedAndNotAvailableUntilItIsReleased() {
    UUID hold = UUID.randomUUID();
    Said held = correction(EventType.EARNINGS_HELD, hold, clipper, "6", HELD);
    say(accrual(UUID.randomUUID(), clipper, "10", "USD"), held, held);
    awaitBalance("held", "6.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("4.00");

    Said released = correction(EventType.EARNINGS_RELEASED, hold, clipper, "6", RELEASED);
    say(released, released.as(UUID.randomUUID()));

    awaitBalance("held", "0.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("10.00");
  }

  @Test
  void aClawbackOfMoreThanIsThereIsMadeUpForByLaterEarnings() {
    say(
        accrual(UUID.randomUUID(), clipper, "10", "USD"),
        correction(EventType.EARNINGS_HELD, UUID.randomUUID(), clipper, "8", HELD),
        adjusted(UUID.randomUUID(), "-5"));
    awaitBalance("available", "-3.00");

    say(accrual(UUID.randomUUID(), clipper, "4", "USD"));

    awaitBalance("available", "1.00");
  }

  @Test
  void whatIsPayableLaterBecomesSoOnce() {
    Instant then = Instant.parse("2031-01-08T00:00:00Z");
    Said later = pending(UUID.randomUUID(), clipper, "10", then.toString());
    say(later, later.as(UUID.randomUUID()));
    awaitBalance("held", "10.00");
    assertThat(maturity.mature(null, then.minusMillis(1), 10)).isZero();

    assertThat(maturity.mature(null, then, 10)).isEqualTo(1);
    assertThat(maturity.mature(null, then, 10)).isZero();
    say(later.as(UUID.randomUUID()), accrual(UUID.randomUUID(), clipper, "1", "USD"));

    awaitBalance("earned", "11.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("11.00");
    assertThat(maturity.mature(null, then, 10)).isZero();
  }

  @Test
  void whatIsHeldOrTakenBackOfWhatWaitsLeavesTheRestAlone() {
    Instant then = Instant.parse("2032-01-08T00:00:00Z");
    UUID clip = UUID.randomUUID();
    UUID hold = UUID.randomUUID();
    say(
        accrual(UUID.randomUUID(), clipper, "50", "USD"),
        of(clip, pending(UUID.randomUUID(), clipper, "100", then.toString())),
        of(clip, correction(EventType.EARNINGS_HELD, hold, clipper, "100", HELD)));
    awaitBalance("held", "100.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("50.00");

    say(of(clip, correction(EventType.EARNINGS_RELEASED, hold, clipper, "100", RELEASED)));
    say(of(clip, adjusted(UUID.randomUUID(), "-30")));
    awaitBalance("held", "70.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("50.00");

    assertThat(maturity.mature(null, then, 10)).isEqualTo(1);
    assertThat(balance().at("/available/amount").asString()).isEqualTo("120.00");
  }

  @Test
  void aHoldThatIsHeardOfAfterItsEndMakesNothingPayable() {
    Instant then = Instant.parse("2034-01-08T00:00:00Z");
    UUID clip = UUID.randomUUID();
    UUID hold = UUID.randomUUID();
    say(
        of(clip, pending(UUID.randomUUID(), clipper, "100", then.toString())),
        of(clip, correction(EventType.EARNINGS_RELEASED, hold, clipper, "60", RELEASED)));
    awaitBalance("held", "40.00");
    say(
        of(clip, correction(EventType.EARNINGS_HELD, hold, clipper, "60", HELD)),
        accrual(UUID.randomUUID(), clipper, "1", "USD"));
    awaitBalance("earned", "101.00");
    assertThat(balance().at("/held/amount").asString()).isEqualTo("100.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("1.00");

    assertThat(maturity.mature(null, then, 10)).isEqualTo(1);
    assertThat(balance().at("/available/amount").asString()).isEqualTo("101.00");
  }

  @Test
  void whatIsAccruedAfterAHoldOrAClawbackWaitsItsWholeTime() {
    UUID clip = UUID.randomUUID();
    say(
        of(clip, accrual(UUID.randomUUID(), clipper, "50", "USD")),
        of(clip, correction(EventType.EARNINGS_HELD, UUID.randomUUID(), clipper, "20", HELD)),
        of(clip, adjusted(UUID.randomUUID(), "-10")),
        of(clip, pending(UUID.randomUUID(), clipper, "100", "2033-01-08T00:00:00Z")));

    awaitBalance("held", "120.00");
    assertThat(balance().at("/available/amount").asString()).isEqualTo("20.00");
  }

  /** The same of this clip. */
  private static Said of(UUID clip, Said said) {
    String value =
        new String(said.value(), UTF_8)
            .replaceAll("\"clipId\":\"[^\"]*\"", "\"clipId\":\"" + clip + "\"");
    return new Said(said.id(), said.type(), said.key(), value.getBytes(UTF_8));
  }

  private Said adjusted(UUID id, String amount) {
    return correction(EventType.EARNINGS_ADJUSTED, id, clipper, amount, ADJUSTED);
  }

  private void say(Said... records) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(records);
    }
  }

  private void awaitBalance(String part, String amount) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(balance().at("/" + part + "/amount").asString()).isEqualTo(amount));
  }

  private JsonNode balance() {
    return clipper(clipper).get("/api/clippers/balance").json().at("/items/0");
  }
}
