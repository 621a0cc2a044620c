package io.clipmeter.payout;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that this service writes, and therefore creates. */
@Configuration(proxyBeanMethods = false)
class PayoutTopics {
  @Bean
  TopicSpec payouts() {
    Topic topic = Topic.PAYOUTS;
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }
}
