package io.clipmeter.payout.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.RunningService;
import io.clipmeter.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is due becomes payable, whatever is wrong with others' books. */
class MaturityIT extends RunningService {
  private static final String DUE = "2029-01-08T00:00:00Z";

  @Autowired private MaturityDesk desk;
  @Autowired private Maturities maturities;
  private final SettableClock clock = SettableClock.at(DUE);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String good = newClipper();
  private final String bad = newClipper();
  private final UUID spoiled = UUID.randomUUID();

  @BeforeEach
  void bothHaveEarnedWhatIsPayableLater() {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(
          EarningsTopic.pending(spoiled, bad, "10", "2029-01-01T00:00:00Z"),
          EarningsTopic.pending(UUID.randomUUID(), good, "20", DUE),
          EarningsTopic.pending(UUID.randomUUID(), good, "5", "2029-02-01T00:00:00Z"));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> held(bad) > 0 && held(good) == 25_000_000);
  }

  @Test
  void whatCannotBecomePayableKeepsNobodyElseWaitingAndIsShown() {
    MaturityClock maturity = new MaturityClock(desk, maturities, clock, meters);
    more(1);
    maturity.tick();

    assertThat(held(good)).isEqualTo(5_000_000);
    assertThat(held(bad)).isEqualTo(10_000_000);
    assertThat(overdue()).isEqualTo(7 * 86_400);
    clock.advance(Duration.ofSeconds(90));
    assertThat(overdue()).isEqualTo(7 * 86_400 + 90);

    more(-1);
    maturity.tick();
    assertThat(held(bad)).isZero();
    assertThat(overdue()).isZero();
  }

  /** More of it waits than is held, which no balance allows. */
  private void more(long micros) {
    sql.sql("UPDATE maturing SET micros = micros + ? WHERE accrual_id = ?")
        .params(micros, spoiled)
        .update();
  }

  private double overdue() {
    return meters.get("clipmeter.payout.overdue.age").gauge().value();
  }

  private long held(String clipper) {
    return sql.sql("SELECT held_micros FROM balance WHERE clipper_id = ?")
        .param(clipper)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
