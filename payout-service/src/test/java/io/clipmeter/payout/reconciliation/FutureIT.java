package io.clipmeter.payout.reconciliation;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.at;
import static io.clipmeter.payout.EarningsTopic.stated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.EarningsTopic.Said;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Minutes that are still to come: of a stray producer, or of a clock that is ahead. */
class FutureIT extends ReconciliationStage {
  private final String other = newClipper();

  @Test
  void aFactOfTheFutureIsFoundThoughNothingLaterIsStated() {
    say(
        at("2090-01-01T00:00:00Z", accrual(UUID.randomUUID(), clipper, "500", "USD")),
        claim(other, Instant.parse(MINUTE)));
    awaitStated(other, 1);
    await().until(() -> earnedMicros(clipper, "USD") > 0);

    watch.look();

    assertThat(open(clipper)).isEqualTo(1);
    assertThat(clipper(clipper).requestPayout("500").problem()).isEqualTo("earnings-in-question");
  }

  @Test
  void aStatementOfTheFutureLeavesNobodyOut() {
    say(
        claim(other, Instant.parse("2091-01-01T00:00:00Z")),
        at("2025-12-01T12:00:00Z", accrual(UUID.randomUUID(), clipper, "30", "USD")));
    awaitStated(other, 1);
    await().until(() -> earnedMicros(clipper, "USD") > 0);

    watch.look();

    assertThat(open(clipper)).isZero();
  }

  private static Said claim(String whose, Instant minute) {
    Said said = stated(whose, minute.toString(), 1, "1", "0", "0", "0");
    String value =
        new String(said.value(), UTF_8)
            .replace("2026-03-02T00:00:00Z", minute.plusSeconds(150).toString());
    return new Said(said.id(), said.type(), said.key(), value.getBytes(UTF_8));
  }

  private int open(String whose) {
    return sql.sql("SELECT count(*) FROM discrepancy WHERE clipper_id = ? AND resolved_at IS NULL")
        .param(whose)
        .query(Integer.class)
        .single();
  }
}
