package io.clipmeter.tracking.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.usage.Cadence;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoundGaugesAheadIT extends Stage {
  private static final Duration AHEAD_MAX = Duration.ofMinutes(65);

  @Autowired private Cadence cadence;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void whoIsFarAheadCallsNothingLate() {
    Instant now = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    SettableClock ours = SettableClock.at(now.toString());
    ClocksInStep clocks = new ClocksInStep(jdbc, new TurnSettings(AHEAD_MAX));
    new RoundGauges(jdbc, cadence, clocks, ours).bindTo(meters);
    assertThat(gauge("campaigns.overdue")).isZero();
    assertThat(gauge("rounds.oldest")).isZero();

    ours.set(now.plus(AHEAD_MAX).plusSeconds(300));
    assertThat(gauge("campaigns.overdue")).isNaN();
    assertThat(gauge("rounds.oldest")).isNaN();
    assertThat(gauge("rounds.open")).isZero();
  }

  private double gauge(String name) {
    return meters.get("clipmeter.tracking." + name).gauge().value();
  }
}
