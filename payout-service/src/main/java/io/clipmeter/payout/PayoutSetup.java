package io.clipmeter.payout;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.chassis.security.AccessRules;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The topics that this service writes, and therefore creates; and who may call it. */
@Configuration(proxyBeanMethods = false)
class PayoutSetup {
  @Bean
  TopicSpec payouts() {
    Topic topic = Topic.PAYOUTS;
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }

  /** Signed, in the place of a token. */
  @Bean
  AccessRules signedCalls() {
    return requests ->
        requests.requestMatchers(HttpMethod.POST, "/api/webhooks/paypal").permitAll();
  }
}
