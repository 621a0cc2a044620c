package io.clipmeter.analytics.clip;

import io.clipmeter.analytics.intake.FactsListener;
import io.clipmeter.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that clips are made of. */
@Configuration(proxyBeanMethods = false)
class ClipSetup {
  @Bean
  FactsListener<ClipFacts> submissionFacts(Clips clips, MeterRegistry meters) {
    return listener(Topic.SUBMISSIONS, clips, meters);
  }

  @Bean
  FactsListener<ClipFacts> viewFacts(Clips clips, MeterRegistry meters) {
    return listener(Topic.VIEW_UPDATES, clips, meters);
  }

  @Bean
  FactsListener<ClipFacts> earningsFacts(Clips clips, MeterRegistry meters) {
    return listener(Topic.EARNINGS, clips, meters);
  }

  private static FactsListener<ClipFacts> listener(Topic topic, Clips clips, MeterRegistry meters) {
    return new FactsListener<>(topic, ClipEvents::facts, clips::learn, meters);
  }
}
