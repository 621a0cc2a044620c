package io.clipmeter.chassis.idempotency;

import io.clipmeter.chassis.housekeeping.Expiring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
class IdempotencySetup {
  /** For longer than any client repeats a request, and no longer: answers hold personal data. */
  private static final Duration KEYS_KEPT = Duration.ofDays(30);

  @Bean
  IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
    return new IdempotencyKeys(jdbc);
  }

  @Bean
  Idempotency idempotency(IdempotencyKeys keys, JsonMapper json, Clock clock) {
    return new Idempotency(keys, json, clock);
  }

  @Bean
  Expiring usedKeys(IdempotencyKeys keys) {
    return now -> keys.forgetBefore(now.minus(KEYS_KEPT));
  }
}
