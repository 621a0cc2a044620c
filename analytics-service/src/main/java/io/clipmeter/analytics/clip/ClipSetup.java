package io.clipmeter.analytics.clip;

import io.clipmeter.analytics.intake.FactsListener;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that clips are made of. */
@Configuration(proxyBeanMethods = false)
class ClipSetup {
  @Bean
  FactsListener<ClipFacts> submissionFacts(Clips clips) {
    return listener(Topic.SUBMISSIONS, clips);
  }

  @Bean
  FactsListener<ClipFacts> viewFacts(Clips clips) {
    return listener(Topic.VIEW_UPDATES, clips);
  }

  @Bean
  FactsListener<ClipFacts> earningsFacts(Clips clips) {
    return listener(Topic.EARNINGS, clips);
  }

  private static FactsListener<ClipFacts> listener(Topic topic, Clips clips) {
    return new FactsListener<>(topic, ClipEvents::facts, clips::learn);
  }
}
