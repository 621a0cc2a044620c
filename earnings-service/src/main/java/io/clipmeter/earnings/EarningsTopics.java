package io.clipmeter.earnings;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that this service writes. */
@Configuration(proxyBeanMethods = false)
class EarningsTopics {
  @Bean
  TopicSpec earningsTopic() {
    return spec(Topic.EARNINGS);
  }

  @Bean
  TopicSpec budgetsTopic() {
    return spec(Topic.BUDGETS);
  }

  @Bean
  TopicSpec completionsTopic() {
    return spec(Topic.CAMPAIGN_COMPLETIONS);
  }

  private static TopicSpec spec(Topic topic) {
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }
}
