package io.clipmeter.analytics.clip;

import io.clipmeter.analytics.balance.BalanceNews;
import io.clipmeter.analytics.intake.FactsListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
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

  /** A topic has one reader: what it says of balances is handed on. */
  @Bean
  FactsListener<Event> earningsFacts(Clips clips, BalanceNews balances, MeterRegistry meters) {
    return new FactsListener<>(
        Topic.EARNINGS,
        Optional::of,
        heard -> {
          clips.learn(heard.stream().map(ClipEvents::facts).flatMap(Optional::stream).toList());
          balances.learn(heard);
        },
        meters);
  }

  private static FactsListener<ClipFacts> listener(Topic topic, Clips clips, MeterRegistry meters) {
    return new FactsListener<>(topic, ClipEvents::facts, clips::learn, meters);
  }
}
