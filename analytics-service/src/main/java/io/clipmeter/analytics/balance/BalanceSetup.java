package io.clipmeter.analytics.balance;

import io.clipmeter.analytics.intake.FactsListener;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic that payout requests are made of. */
@Configuration(proxyBeanMethods = false)
class BalanceSetup {
  @Bean
  FactsListener<PayoutFacts> payoutFacts(Payouts payouts) {
    return new FactsListener<>(Topic.PAYOUTS, PayoutFacts::of, payouts::learn);
  }
}
