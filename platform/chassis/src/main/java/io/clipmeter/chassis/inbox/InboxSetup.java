package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.chassis.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
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

  /**
   * Ranges give one consumer the same partitions of all topics. Small fetches, because a record
   * that ends what others began must not come long after them.
   */
  private static final Map<String, Object> GATHERING =
      Map.of(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          RangeAssignor.class.getName(),
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
          256 * 1024,
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          5_000);

  /** Kafka would jump a gap without a word, and the stored offset with it. */
  private static final String NEVER_ELSEWHERE = "none";

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
      ObjectProvider<Gatherer> gatherers,
      ConsumerFactory<?, ?> kafka,
      ConsumedTables tables,
      KafkaSettings settings,
      InboxParts parts) {
    Consumers consumers = new Consumers(parts.bytes(kafka), settings.concurrency());
    listeners.forEach(listener -> parts.add(consumers, listener, tables));
    gatherers.orderedStream().forEach(gatherer -> parts.add(consumers, gatherer, kafka, tables));
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
        new Standing(meters),
        meters,
        tolerant,
        new TransactionTemplate(transactions));
  }

  @Bean
  KafkaAdmin.NewTopics clipmeterTopics(
      ObjectProvider<TopicSpec> written,
      List<TopicListener<?>> listeners,
      ObjectProvider<Gatherer> gatherers,
      KafkaSettings settings,
      InboxParts parts) {
    Stream<String> heard =
        Stream.concat(
            listeners.stream().map(TopicListener::topic),
            gatherers.orderedStream().flatMap(gatherer -> gatherer.topics().stream()));
    return new KafkaAdmin.NewTopics(
        Topics.of(
            written.orderedStream().toList(),
            heard.map(topic -> DeadLetters.topicOf(topic, parts.consumerOf(topic))),
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
      Standing standing,
      MeterRegistry meters,
      JsonMapper json,
      TransactionTemplate transaction) {

    /** {@code clipping.view-updates.v1} heard by earnings gives {@code earnings-view-updates}. */
    String consumerOf(String topic) {
      return service + "-" + topic.replaceFirst("^[^.]+\\.", "").replaceFirst("\\.v[0-9]+$", "");
    }

    <E> void add(Consumers consumers, TopicListener<E> listener, ConsumedTables tables) {
      String consumer = consumerOf(listener.topic());
      expect(listener.topic());
      consumers.add(
          consumer,
          listener.topic(),
          new Consumption<>(consumer, listener, tables, deadLetters, transaction, json, meters),
          placement(tables));
    }

    private void expect(String topic) {
      deadLetters.expect(consumerOf(topic), topic);
      standing.expect(consumerOf(topic), topic);
    }

    private Placement placement(ConsumedTables tables) {
      return new Placement(
          this::consumerOf, new StoredPlaces(tables, transaction, this::consumerOf), standing);
    }

    void add(
        Consumers consumers,
        Gatherer gatherer,
        ConsumerFactory<?, ?> kafka,
        ConsumedTables tables) {
      gatherer.topics().forEach(this::expect);
      GatheredTables gathered =
          new GatheredTables(tables, deadLetters, transaction, this::consumerOf);
      ConsumerFactory<byte[], byte[]> factory = bytes(kafka, GATHERING);
      String group = service + "-" + gatherer.name();
      for (int thread = 0; thread < gatherer.threads(); thread++) {
        String name = group + "-" + thread;
        consumers.add(
            new GatheringConsumer(
                name,
                gatherer,
                () -> factory.createConsumer(group, name),
                gathered,
                placement(tables),
                json));
      }
    }

    ConsumerFactory<byte[], byte[]> bytes(ConsumerFactory<?, ?> kafka) {
      return bytes(kafka, Map.of());
    }

    private ConsumerFactory<byte[], byte[]> bytes(
        ConsumerFactory<?, ?> kafka, Map<String, Object> own) {
      Map<String, Object> config = new HashMap<>(kafka.getConfigurationProperties());
      config.putAll(own);
      config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, NEVER_ELSEWHERE);
      var factory =
          new DefaultKafkaConsumerFactory<>(
              config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      factory.addListener(new MicrometerConsumerListener<>(meters));
      return factory;
    }
  }
}
