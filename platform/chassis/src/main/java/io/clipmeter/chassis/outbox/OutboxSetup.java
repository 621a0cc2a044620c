package io.clipmeter.chassis.outbox;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.chassis.observability.TraceParent;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
    afterName = {
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
    })
@ConditionalOnClass({ProducerFactory.class, NamedParameterJdbcTemplate.class})
@ConditionalOnBean({ProducerFactory.class, NamedParameterJdbcTemplate.class})
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxSetup {
  private final Semaphore wake = new Semaphore(0);

  @Bean
  OutboxRows outboxRows(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
    return new OutboxRows(jdbc, json);
  }

  @Bean
  Outbox outbox(
      OutboxRows rows, OutboxSettings settings, JsonMapper json, Clock clock, TraceParent trace) {
    return new Outbox(rows, settings, json, clock, trace, wake::release);
  }

  @Bean
  OutboxRelay outboxRelay(
      OutboxRows rows,
      OutboxSettings settings,
      Dispatch dispatch,
      PlatformTransactionManager transactions) {
    return new OutboxRelay(rows, dispatch, settings, new TransactionTemplate(transactions), wake);
  }

  @Bean
  Dispatch outboxDispatch(
      OutboxSettings settings,
      ProducerFactory<?, ?> kafka,
      ObjectProvider<OutboxJournal> journals,
      JsonMapper json) {
    OutboxSender sender =
        OutboxSender.of(kafka.getConfigurationProperties(), settings.sendTimeout());
    return new Dispatch(sender, journals.orderedStream().toList(), json, settings.eventsMax());
  }

  @Bean
  Expiring sentRows(OutboxRows rows, OutboxSettings settings) {
    return now -> rows.forgetBefore(now.minus(settings.keep()));
  }

  @Bean
  OutboxGauges outboxGauges(OutboxRows rows, Clock clock) {
    return new OutboxGauges(rows, clock);
  }
}
