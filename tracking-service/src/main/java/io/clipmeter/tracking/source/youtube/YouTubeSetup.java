package io.clipmeter.tracking.source.youtube;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Only where there is a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${clipmeter.tracking.youtube.api-key:}'.isEmpty()")
class YouTubeSetup {
  @Bean
  ViewSource youtube(
      YouTubeSettings settings,
      ProviderDesk desk,
      JsonMapper json,
      PartSettings parts,
      Clock clock) {
    ProviderCalls calls = desk.calls(Source.YOUTUBE, settings.calls(), settings.charges());
    return new YouTubeViewSource(new YouTubeClient(settings, calls, json), settings, parts, clock);
  }
}
