package io.clipmeter.analytics.campaign;

import io.clipmeter.analytics.intake.FactsListener;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.Event;
import io.clipmeter.events.Topic;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that campaigns are made of. */
@Configuration(proxyBeanMethods = false)
class CampaignSetup {
  @Bean
  FactsListener<CampaignChanged> campaignChanges(Campaigns campaigns) {
    return new FactsListener<>(Topic.CAMPAIGNS, only(CampaignChanged.class), campaigns::change);
  }

  @Bean
  FactsListener<CampaignCompleted> campaignCompletions(Campaigns campaigns) {
    return new FactsListener<>(
        Topic.CAMPAIGN_COMPLETIONS, only(CampaignCompleted.class), campaigns::complete);
  }

  private static <E extends Event> Function<Event, Optional<E>> only(Class<E> type) {
    return event -> type.isInstance(event) ? Optional.of(type.cast(event)) : Optional.empty();
  }
}
