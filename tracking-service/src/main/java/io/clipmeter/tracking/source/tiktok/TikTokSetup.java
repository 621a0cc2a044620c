package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Only where it is switched on. oEmbed has a breaker of its own: it is another server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("clipmeter.tracking.tiktok.enabled")
class TikTokSetup {
  private final ProviderDesk desk;

  TikTokSetup(ProviderDesk desk) {
    this.desk = desk;
  }

  @Bean
  ViewSource tiktok(
      TikTokSettings settings,
      ConnectedAccounts accounts,
      JsonMapper json,
      PartSettings parts,
      Clock clock) {
    return new TikTokViewSource(
        accounts,
        new TikTokClient(settings, calls("tiktok", settings, settings.charges()), json),
        new OEmbed(settings, calls("tiktok-oembed", settings, ChargeSettings.FREE), json, clock),
        settings,
        parts,
        clock);
  }

  private ProviderCalls calls(String name, TikTokSettings settings, ChargeSettings charges) {
    return desk.calls(name, settings.calls(), charges);
  }
}
