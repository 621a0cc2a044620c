package io.clipmeter.earnings.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerCheckIT extends RunningService {
  private static final String BY_ONE =
      "UPDATE campaign SET spent_micros = spent_micros + ? WHERE id = ?";

  @Autowired LedgerCheck check;
  @Autowired MeterRegistry meters;
  private final UUID campaign = UUID.randomUUID();

  @Test
  void aMicroUnitTooMuchIsSeen() {
    wire.send(new Story(campaign).changed("100"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("SELECT count(*) FROM campaign WHERE id = ?", campaign) == 1);
    check.check();
    assertThat(gauge("campaigns.wrong")).isZero();
    jdbc.sql(BY_ONE).params(1, campaign).update();
    try {
      check.check();
      assertThat(gauge("campaigns.wrong")).isEqualTo(1);
      assertThat(gauge("ledger.sum")).isZero();
      assertThat(gauge("ledger.check.age")).isLessThan(10);
    } finally {
      jdbc.sql(BY_ONE).params(-1, campaign).update();
    }
  }

  @Test
  void aRoundThatWaitsForAReadingIsSeen() {
    UUID round = UUID.randomUUID();
    check.check();
    double before = gauge("rounds.stuck");
    wire.send(new Story(campaign).closed(round, 1, 1, 1));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("SELECT count(*) FROM round WHERE id = ?", round) == 1);
    check.check();
    assertThat(gauge("rounds.stuck")).isEqualTo(before + 1);
  }

  private double gauge(String name) {
    return meters.get("clipmeter.earnings." + name).gauge().value();
  }
}
