package io.clipmeter.earnings;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that this service writes. */
@Configuration(proxyBeanMethods = false)
class EarningsTopics {
  @Bean
  TopicSpec earnings() {
    return spec(Topic.EARNINGS);
  }

  @Bean
  TopicSpec budgets() {
    return spec(Topic.BUDGETS);
  }

  @Bean
  TopicSpec completions() {
    return spec(Topic.CAMPAIGN_COMPLETIONS);
  }

  private static TopicSpec spec(Topic topic) {
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }
}
