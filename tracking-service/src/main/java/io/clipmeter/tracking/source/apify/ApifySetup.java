package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.ViewSource;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ApifySetup {
  @Bean
  ApifyCalls apifyCalls(
      ApifySettings settings,
      CircuitBreakerRegistry breakers,
      RateLimiterRegistry limiters,
      MeterRegistry meters) {
    return new ApifyCalls(settings.calls(), breakers, limiters, meters);
  }

  @Bean
  ViewSource apify(ApifySettings settings, ApifyCalls calls, JsonMapper json, Clock clock) {
    ApifyClient client = new ApifyClient(settings, calls, json);
    return new ApifyViewSource(settings, new ActorRunner(client, settings.runs()), clock);
  }
}
