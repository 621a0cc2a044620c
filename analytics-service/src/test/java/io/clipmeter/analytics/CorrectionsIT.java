package io.clipmeter.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What admins added, took back or hold, and what waits: on the dashboard, once each. */
@ServiceTest
class CorrectionsIT {
  private static final Instant LONG_AGO = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant FAR_AWAY = Instant.parse("2090-01-01T00:00:00Z");

  @Autowired Service service;
  @Autowired Records records;

  @Test
  void whatWasAddedOrTakenBackIsPartOfWhatWasEarned() {
    Said clip = Said.of("clipper-" + UUID.randomUUID());
    UUID bonus = Said.id();
    Event added = clip.adjusted(bonus, "5.00");
    records.say(clip.accrued("20.00", 4), added, clip.adjusted(Said.id(), "-7.50"), added);
    records.say(added, clip.finalized("20.00"));
    JsonNode dashboard = settled(clip);

    assertThat(dashboard.at("/totalEarnings").asString()).isEqualTo("17.500001");
    assertThat(dashboard.at("/availableBalance").asString()).isEqualTo("17.500001");
    assertThat(dashboard.at("/stats/0/value").asString()).isEqualTo("$17.50");
    assertThat(dashboard.at("/recentClips/1/earnings/amount").asString()).isEqualTo("17.50");
    assertThat(dashboard.at("/recentClips/0/earnings/amount").asString()).isEqualTo("0.000001");
    assertThat(dashboard.at("/clipsSubmitted").asLong()).isEqualTo(2);
  }

  @Test
  void anAdjustmentMayBeHeardOfFirst() {
    Said clip = Said.of("clipper-" + UUID.randomUUID());
    records.say(clip.adjusted(Said.id(), "3.00"));

    JsonNode early = until(clip.clipper(), d -> d.at("/totalEarnings").asString().equals("3.00"));
    assertThat(early.at("/recentClips/0/status").asString()).isEqualTo("approved");
    assertThat(early.at("/recentClips/0/earnings/amount").asString()).isEqualTo("3.00");
    records.say(clip.accrued("1.00", 4));
    until(clip.clipper(), d -> d.at("/totalEarnings").asString().equals("4.00"));
  }

  @Test
  void whatIsHeldIsEarnedAndNotAvailable() {
    Said clip = Said.of("clipper-" + UUID.randomUUID());
    Event kept = clip.held(Said.id(), "4.00");
    UUID ended = Said.id();
    records.say(clip.accrued("20.00", 4), kept, clip.held(ended, "1.00"), kept);
    records.say(clip.released(ended, "1.00"), clip.held(ended, "1.00"));
    JsonNode dashboard = settled(clip);

    assertThat(balance(dashboard))
        .containsExactly("earned 20.000001", "held 4.00", "available 16.000001");
  }

  @Test
  void aReleaseMayBeHeardOfBeforeItsHold() {
    Said clip = Said.of("clipper-" + UUID.randomUUID());
    UUID hold = Said.id();
    records.say(clip.released(hold, "4.00"), clip.accrued("20.00", 4), clip.held(hold, "4.00"));

    assertThat(balance(settled(clip)))
        .containsExactly("earned 20.000001", "held 0.00", "available 20.000001");
  }

  @Test
  void whatIsNotPayableYetIsHeldUntilItsTime() {
    Said clip = Said.of("clipper-" + UUID.randomUUID());
    Said other = clip.another();
    Event waits = clip.accrued("20.00", 4, FAR_AWAY);
    records.say(waits, waits, other.accrued("8.00", 4, LONG_AGO));

    assertThat(balance(settled(clip)))
        .containsExactly("earned 28.000001", "held 20.00", "available 8.000001");
  }

  @Test
  void whatWasTakenBackAfterItWasPaidLeavesNothing() {
    Said clip = Said.of("clipper-" + UUID.randomUUID());
    records.say(clip.accrued("20.00", 4), clip.payout("PAID", "20.00"));
    until(clip.clipper(), d -> d.at("/balances/0/paid").asString("").equals("20.00"));
    records.say(clip.adjusted(Said.id(), "-5.00"));

    assertThat(balance(settled(clip)))
        .containsExactly("earned 15.000001", "held 0.00", "available 0.00");
  }

  /** As it is once a last word of the same clipper has been heard, which is worth a millionth. */
  private JsonNode settled(Said clip) {
    records.say(clip.another().accrued("0.000001", 1));
    return until(clip.clipper(), d -> d.at("/totalEarnings").asString().endsWith("0001"));
  }

  private static List<String> balance(JsonNode dashboard) {
    JsonNode first = dashboard.at("/balances/0");
    return List.of(
        "earned " + first.get("earned").asString(),
        "held " + first.get("held").asString(),
        "available " + first.get("available").asString());
  }

  private JsonNode until(String clipper, Predicate<JsonNode> reached) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> service.dashboard(clipper), reached);
  }
}
