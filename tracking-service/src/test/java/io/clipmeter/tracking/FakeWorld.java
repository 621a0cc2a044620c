package io.clipmeter.tracking;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.link.FakeLinks;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.discovery.FakeDiscovery;
import io.clipmeter.tracking.source.profile.FakeProfileSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that tests set, and platforms that show what tests want. */
@TestConfiguration(proxyBeanMethods = false)
class FakeWorld {
  @Bean
  SettableClock clock() {
    return SettableClock.at(Given.NOW);
  }

  @Bean
  @Primary
  FakeDiscovery fakeDiscovery(SettableClock clock) {
    return new FakeDiscovery(clock);
  }

  @Bean
  @Primary
  FakeProfileSource fakeProfileSource() {
    return new FakeProfileSource();
  }

  @Bean
  @Primary
  FakeLinks fakeLinks() {
    return new FakeLinks();
  }

  @Bean
  FakeViewSource fakeViewSource(SettableClock clock) {
    return new FakeViewSource(clock);
  }
}
