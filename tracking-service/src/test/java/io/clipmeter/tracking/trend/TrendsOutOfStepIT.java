package io.clipmeter.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.discovery.Findings;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance whose clock is far ahead: to it each list is old, and it can have no newer one. */
class TrendsOutOfStepIT extends Stage {
  private static final Duration AHEAD_MAX = Duration.ofMinutes(65);

  @Autowired private TrendLists lists;
  @Autowired private Findings findings;

  @Test
  void takesNoListUponItself() {
    TrendDesk desk =
        new TrendDesk(lists, findings, new ClocksInStep(jdbc, new TurnSettings(AHEAD_MAX)));
    Instant now = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();

    assertThat(claimed(desk, now.plus(AHEAD_MAX).plusSeconds(300))).isFalse();
    assertThat(claimed(desk, now)).isTrue();
  }

  private static boolean claimed(TrendDesk desk, Instant now) {
    return desk.claim(TrendKind.SOUNDS, "DE", now, now.minusSeconds(60), now.plusSeconds(60));
  }
}
