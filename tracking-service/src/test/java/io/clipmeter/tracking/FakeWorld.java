package io.clipmeter.tracking;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.FakeViewSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A clock that tests set, and platforms that show what tests want. */
@TestConfiguration(proxyBeanMethods = false)
class FakeWorld {
  @Bean
  SettableClock clock() {
    return SettableClock.at(Given.NOW);
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FakeViewSource fakeViewSource(SettableClock clock) {
    return new FakeViewSource(clock);
  }
}
