package io.clipmeter.payout;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.chassis.security.AccessRules;
import io.clipmeter.events.Topic;
import io.clipmeter.payout.request.PayoutSettings;
import io.clipmeter.payout.stop.PaidCurrencies;
import java.util.Currency;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * The topics that this service writes, and therefore creates; who may call it; and what features
 * are told of each other that must not know each other.
 */
@Configuration(proxyBeanMethods = false)
class PayoutSetup {
  @Bean
  TopicSpec payouts() {
    Topic topic = Topic.PAYOUTS;
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }

  @Bean
  PaidCurrencies paidCurrencies(PayoutSettings settings) {
    return code ->
        settings.currencies().stream().map(Currency::getCurrencyCode).anyMatch(code::equals);
  }

  /** Signed, in the place of a token. */
  @Bean
  AccessRules signedCalls() {
    return requests ->
        requests.requestMatchers(HttpMethod.POST, "/api/webhooks/paypal").permitAll();
  }
}
