package io.clipmeter.tracking.source.instagram;

import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Only where it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("clipmeter.tracking.instagram.enabled")
class InstagramSetup {
  private final CircuitBreakerRegistry breakers;
  private final RateLimiterRegistry limiters;
  private final MeterRegistry meters;

  InstagramSetup(
      CircuitBreakerRegistry breakers, RateLimiterRegistry limiters, MeterRegistry meters) {
    this.breakers = breakers;
    this.limiters = limiters;
    this.meters = meters;
  }

  @Bean
  ViewSource instagram(
      InstagramSettings settings,
      ConnectedAccounts accounts,
      MediaIds mediaIds,
      JsonMapper json,
      Clock clock) {
    ProviderCalls calls =
        new ProviderCalls("instagram", settings.calls(), breakers, limiters, meters);
    InstagramClient client = new InstagramClient(settings, calls, json);
    return new InstagramViewSource(accounts, client, mediaIds, settings, clock);
  }
}
