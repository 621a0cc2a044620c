package io.clipmeter.tracking.chaos;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.usage.UsageDesk;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes on when somebody has to wait for a turn, so that nobody really waits. */
@TestConfiguration(proxyBeanMethods = false)
class ChaosWorld {
  /** The providers' servers look at it, too: what they count has the service's time. */
  static final SettableClock CLOCK = SettableClock.at(Given.NOW);

  @Bean
  SettableClock clock() {
    return CLOCK;
  }

  @Bean
  @Primary
  Allowance impatient(UsageDesk desk, SettableClock clock) {
    return new Impatient(desk, clock);
  }

  /** The real turns of the database; only the waiting for them is skipped. */
  private record Impatient(UsageDesk desk, SettableClock clock) implements Allowance {

    @Override
    public Turn take(Limits limits, Use use, Duration longest) {
      Turn turn = desk.take(limits, use, longest);
      synchronized (clock) {
        if (clock.instant().isBefore(turn.at())) {
          clock.set(turn.at());
        }
      }
      return turn;
    }

    @Override
    public void pause(Limits limits, Instant until) {
      desk.pause(limits, until);
    }

    @Override
    public void end(Limits limits, Turn turn, End end, Duration took) {
      desk.end(limits, turn, end, took);
    }
  }
}
