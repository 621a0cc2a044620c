package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.profile.ProfileSource;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Only where there is a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${clipmeter.tracking.apify.api-key:}'.isEmpty()")
class ApifySetup {
  @Bean
  ProviderCalls apifyCalls(ApifySettings settings, ProviderDesk desk) {
    return desk.calls(settings.source(), settings.calls(), settings.charges());
  }

  @Bean
  ApifyClient apifyClient(ApifySettings settings, ProviderCalls apifyCalls, JsonMapper json) {
    return new ApifyClient(settings, apifyCalls, json);
  }

  @Bean
  ActorRunner actorRunner(
      ApifySettings settings, ApifyClient client, PartSettings parts, Clock clock) {
    RunPlaces places = new RunPlaces(settings.runs().parallelMax(), parts);
    return new ActorRunner(client, settings.runs(), places, clock);
  }

  @Bean
  ViewSource apify(ApifySettings settings, ApifyClient client, ActorRunner runner, Clock clock) {
    return new ApifyViewSource(settings, client, runner, clock);
  }

  @Bean
  Discovery apifyDiscovery(ApifySettings settings, ActorRunner runner, Clock clock) {
    return new ApifyDiscovery(settings, runner, clock);
  }

  @Bean
  ProfileSource apifyProfiles(ApifySettings settings, ActorRunner runner) {
    return new ApifyProfileSource(settings.actors(), runner);
  }
}
