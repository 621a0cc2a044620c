package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.profile.ProfileSource;
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
  ProviderCalls apifyCalls(
      ApifySettings settings,
      CircuitBreakerRegistry breakers,
      RateLimiterRegistry limiters,
      MeterRegistry meters) {
    return new ProviderCalls("apify", settings.calls(), breakers, limiters, meters);
  }

  @Bean
  ActorRunner actorRunner(ApifySettings settings, ProviderCalls calls, JsonMapper json) {
    return new ActorRunner(new ApifyClient(settings, calls, json), settings.runs());
  }

  @Bean
  ViewSource apify(ApifySettings settings, ActorRunner runner, Clock clock) {
    return new ApifyViewSource(settings, runner, clock);
  }

  @Bean
  Discovery apifyDiscovery(ApifySettings settings, ActorRunner runner, Clock clock) {
    return new ApifyDiscovery(settings.actors(), runner, clock);
  }

  @Bean
  ProfileSource apifyProfiles(ApifySettings settings, ActorRunner runner) {
    return new ApifyProfileSource(settings.actors(), runner);
  }
}
