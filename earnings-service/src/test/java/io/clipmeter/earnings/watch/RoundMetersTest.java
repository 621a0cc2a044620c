package io.clipmeter.earnings.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RoundMetersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RoundMeters meters =
      new RoundMeters(registry, JdbcClient.create(new DriverManagerDataSource()));

  @Test
  void noDistanceInTimeStopsASettlement() {
    List<Instant> odd =
        List.of(
            Instant.MIN, Instant.parse("0001-01-01T00:00:00Z"), NOW.plusSeconds(60), Instant.MAX);

    meters.settled(odd, NOW);
    meters.afterCompletion(odd, NOW);

    assertThat(longest("SETTLED")).isEqualTo(Duration.ofDays(365).toSeconds());
    assertThat(longest("AFTER_COMPLETION")).isEqualTo(Duration.ofDays(365).toSeconds());
  }

  @Test
  void anOrdinaryOneIsTimedAsItIs() {
    meters.settled(List.of(NOW.minusSeconds(3)), NOW);

    assertThat(longest("SETTLED")).isEqualTo(3);
  }

  private double longest(String status) {
    return registry
        .get("clipmeter.earnings.rounds.settled")
        .tag("status", status)
        .timer()
        .max(TimeUnit.SECONDS);
  }
}
