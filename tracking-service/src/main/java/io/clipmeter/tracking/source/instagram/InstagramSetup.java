package io.clipmeter.tracking.source.instagram;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Only where it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("clipmeter.tracking.instagram.enabled")
class InstagramSetup {
  @Bean
  ViewSource instagram(
      InstagramSettings settings,
      ConnectedAccounts accounts,
      MediaIds mediaIds,
      ProviderDesk desk,
      JsonMapper json,
      PartSettings parts,
      Clock clock) {
    ProviderCalls calls = desk.calls(Source.INSTAGRAM, settings.calls(), settings.charges());
    InstagramClient client = new InstagramClient(settings, calls, json);
    return new InstagramViewSource(accounts, client, mediaIds, settings, parts, clock);
  }
}
