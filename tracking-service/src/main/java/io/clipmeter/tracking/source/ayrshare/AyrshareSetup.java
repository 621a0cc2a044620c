package io.clipmeter.tracking.source.ayrshare;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.clipmeter.tracking.source.instagram.MediaIds;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Only where there is a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${clipmeter.tracking.ayrshare.api-key:}'.isEmpty()")
class AyrshareSetup {
  @Bean
  AyrshareClient ayrshareClient(
      AyrshareSettings settings,
      PartSettings parts,
      ProviderDesk desk,
      JsonMapper json,
      Clock clock) {
    ProviderCalls calls = desk.calls(Source.AYRSHARE, settings.calls(), settings.charges());
    return new AyrshareClient(settings, parts, calls, json, clock);
  }

  @Bean
  ViewSource ayrshare(
      ConnectedAccounts accounts, AyrshareClient client, MediaIds mediaIds, Clock clock) {
    return new AyrshareViewSource(accounts, client, mediaIds, clock);
  }
}
