package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.chassis.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(afterName = "io.clipmeter.chassis.outbox.OutboxSetup")
@ConditionalOnClass(ConsumerFactory.class)
@ConditionalOnBean(Outbox.class)
@EnableConfigurationProperties(KafkaSettings.class)
class InboxSetup {
  /** Longer than any topic but a compacted one keeps what it may send again. */
  private static final Duration SEEN_KEPT = Duration.ofDays(45);

  @Bean
  ConsumedTables consumedTables(JdbcTemplate jdbc, Clock clock) {
    return new ConsumedTables(jdbc, clock);
  }

  @Bean
  Expiring seenEvents(ConsumedTables tables) {
    return now -> tables.forgetBefore(now.minus(SEEN_KEPT));
  }

  @Bean
  Consumers consumers(
      List<TopicListener<?>> listeners,
      ConsumerFactory<?, ?> kafka,
      ConsumedTables tables,
      KafkaSettings settings,
      InboxParts parts) {
    Consumers consumers = new Consumers(parts.bytes(kafka), settings.concurrency());
    listeners.forEach(listener -> parts.add(consumers, listener, tables));
    return consumers;
  }

  @Bean
  InboxParts inboxParts(
      @Value("${spring.application.name}") String service,
      Outbox outbox,
      MeterRegistry meters,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    JsonMapper tolerant =
        json.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return new InboxParts(
        service,
        new DeadLetters(outbox, meters),
        meters,
        tolerant,
        new TransactionTemplate(transactions));
  }

  @Bean
  KafkaAdmin.NewTopics clipmeterTopics(
      ObjectProvider<TopicSpec> written,
      List<TopicListener<?>> listeners,
      KafkaSettings settings,
      InboxParts parts) {
    return new KafkaAdmin.NewTopics(
        Topics.of(
            written.orderedStream().toList(),
            listeners.stream()
                .map(l -> DeadLetters.topicOf(l.topic(), parts.consumerOf(l.topic()))),
            settings));
  }

  @Bean
  TopicCreation topicCreation(KafkaAdmin admin) {
    return new TopicCreation(admin::initialize, Duration.ofSeconds(10));
  }

  /** What all consumers of a service share. */
  record InboxParts(
      String service,
      DeadLetters deadLetters,
      MeterRegistry meters,
      JsonMapper json,
      TransactionTemplate transaction) {

    /** {@code clipping.view-updates.v1} heard by earnings gives {@code earnings-view-updates}. */
    String consumerOf(String topic) {
      return service + "-" + topic.replaceFirst("^[^.]+\\.", "").replaceFirst("\\.v[0-9]+$", "");
    }

    <E> void add(Consumers consumers, TopicListener<E> listener, ConsumedTables tables) {
      String consumer = consumerOf(listener.topic());
      deadLetters.expect(consumer, listener.topic());
      consumers.add(
          consumer,
          listener.topic(),
          new Consumption<>(consumer, listener, tables, deadLetters, transaction, json, meters));
    }

    ConsumerFactory<byte[], byte[]> bytes(ConsumerFactory<?, ?> kafka) {
      Map<String, Object> config = new HashMap<>(kafka.getConfigurationProperties());
      var factory =
          new DefaultKafkaConsumerFactory<>(
              config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      factory.addListener(new MicrometerConsumerListener<>(meters));
      return factory;
    }
  }
}
