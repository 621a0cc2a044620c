package io.clipmeter.tracking.chaos;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.source.usage.UsageDesk;
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
  Turnstile turnstile(UsageDesk desk, SettableClock clock) {
    return new Turnstile(desk, clock);
  }
}
