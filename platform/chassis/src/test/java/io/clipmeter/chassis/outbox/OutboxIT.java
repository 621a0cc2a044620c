package io.clipmeter.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.testing.WithEngines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutboxIT {
  private static final String TOPIC = "clipping.probes.v1";

  @Autowired Outbox outbox;
  @Autowired OutboxRelay usual;
  @Autowired OutboxRows rows;
  @Autowired TransactionTemplate transaction;
  @Autowired KafkaConnectionDetails kafka;
  @Autowired ProducerFactory<?, ?> producers;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  @Test
  void aCommittedEventArrivesAsACloudEventInBinaryMode() {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        s -> outbox.append(TOPIC, "k-one", "other", Map.of("a", 1), id));

    ConsumerRecord<String, String> record = received("k-one", 1).getFirst();
    assertThat(record.value()).isEqualTo("{\"a\":1}");
    assertThat(header(record, "ce_id")).isEqualTo(id.toString());
    assertThat(header(record, "ce_type")).isEqualTo("other");
    assertThat(header(record, "ce_source")).isEqualTo("/clipmeter/probe");
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
  }

  @Test
  void whatRollsBackIsNeverSent() {
    transaction.executeWithoutResult(
        status -> {
          outbox.append(TOPIC, "k-rolled", "other", "lost");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(s -> outbox.append(TOPIC, "k-rolled", "other", "kept"));

    assertThat(received("k-rolled", 1))
        .extracting(ConsumerRecord::value)
        .containsExactly("\"kept\"");
  }

  @Test
  void appendingOutsideATransactionIsAProgrammingError() {
    assertThatThrownBy(() -> outbox.append(TOPIC, "k", "other", "x"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRecordTooLargeForKafkaIsRefusedBeforeItCommits() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    s -> outbox.append(TOPIC, "k", "other", "x".repeat(1_100_000))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachKeyKeepsItsOrderWithTwoRelaysAndManyWriters() throws Exception {
    OutboxRelay second =
        relay(OutboxSender.of(producers.getConfigurationProperties(), Duration.ofSeconds(30)));
    second.start();
    try (var writers = Executors.newFixedThreadPool(8)) {
      for (int k = 0; k < 8; k++) {
        // Two of them at one key, and so at one shard.
        String key = "k-order-" + k / 2;
        int first = k * 100;
        writers.submit(
            () ->
                IntStream.range(first, first + 100)
                    .forEach(
                        n ->
                            transaction.executeWithoutResult(
                                s -> outbox.append(TOPIC, key, "other", n))));
      }
    }
    for (int k = 0; k < 8; k++) {
      int writer = k;
      assertThat(received("k-order-" + k / 2, 200))
          .extracting(record -> Integer.parseInt(record.value()))
          .filteredOn(value -> value / 100 == writer)
          .containsExactlyElementsOf(IntStream.range(k * 100, k * 100 + 100).boxed().toList());
    }
    second.stop();
  }

  @Test
  void afterAFailureTheRelayRepeatsWithAFreshProducer() {
    FakeBroker failing = new FakeBroker(0);
    Queue<Supplier<Producer<byte[], byte[]>>> next =
        new ArrayDeque<>(List.of(() -> failing, this::producer));
    OutboxRelay other = relay(new OutboxSender(() -> next.remove().get(), Duration.ofSeconds(30)));
    usual.stop();
    try {
      transaction.executeWithoutResult(s -> outbox.append(TOPIC, "k-failure", "other", 1));
      other.start();

      assertThat(received("k-failure", 1)).hasSize(1);
      assertThat(failing.closed()).isTrue();
    } finally {
      other.stop();
      usual.start();
    }
  }

  @Test
  void anErrorThatIsNoFailureOfTheMachineDoesNotEndTheRelay() {
    AtomicInteger faults = new AtomicInteger(3);
    var breaking =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager())) {
          @Override
          public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (faults.getAndDecrement() > 0) {
              throw new NoClassDefFoundError("a class that is not there");
            }
            return super.execute(action);
          }
        };
    OutboxRelay other = relay(new OutboxSender(this::producer, Duration.ofSeconds(30)), breaking);
    usual.stop();
    try {
      transaction.executeWithoutResult(s -> outbox.append(TOPIC, "k-error", "other", 1));
      other.start();

      assertThat(received("k-error", 1)).hasSize(1);
    } finally {
      other.stop();
      usual.start();
    }
  }

  @Test
  void whatWasPublishedBehindASavepointGoesBackWithIt() {
    var savepoint =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    transaction.executeWithoutResult(
        outer -> {
          savepoint.executeWithoutResult(
              inner -> {
                outbox.append(TOPIC, "k-savepoint", "other", "lost first");
                inner.setRollbackOnly();
              });
          outbox.append(TOPIC, "k-savepoint", "other", "kept");
          savepoint.executeWithoutResult(
              inner -> outbox.append(TOPIC, "k-savepoint", "other", "kept too"));
          savepoint.executeWithoutResult(
              inner -> {
                outbox.append(TOPIC, "k-savepoint", "other", "lost");
                inner.setRollbackOnly();
              });
          outbox.append(TOPIC, "k-savepoint", "other", "last");
        });

    assertThat(received("k-savepoint", 3))
        .extracting(ConsumerRecord::value)
        .containsExactly("\"kept\"", "\"kept too\"", "\"last\"");
  }

  private Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", servers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private OutboxRelay relay(OutboxSender sender) {
    return relay(sender, transaction);
  }

  private OutboxRelay relay(OutboxSender sender, TransactionTemplate transactions) {
    OutboxSettings settings =
        new OutboxSettings(
            "/second",
            Duration.ofMillis(5),
            7,
            1_000,
            1_000_000,
            Duration.ofSeconds(30),
            Duration.ofDays(1));
    Dispatch dispatch = new Dispatch(sender, List.of(), json, settings.eventsMax());
    return new OutboxRelay(rows, dispatch, settings, transactions, new Semaphore(0));
  }

  @Test
  void sequencesAreDenseAlsoOverRollbacks() {
    IntStream.range(0, 50)
        .forEach(
            n ->
                transaction.executeWithoutResult(
                    status -> {
                      outbox.append(TOPIC, "k-dense-" + n, "other", n);
                      if (n % 3 == 0) {
                        status.setRollbackOnly();
                      }
                    }));

    long gaps =
        jdbc.sql(
                """
                SELECT count(*) FROM (SELECT seq - lag(seq) OVER (PARTITION BY shard ORDER BY seq) AS step
                                      FROM chassis.outbox) s WHERE step <> 1
                """)
            .query(Long.class)
            .single();
    assertThat(gaps).isZero();
  }

  private List<ConsumerRecord<String, String>> received(String key, int expected) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                servers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        r -> {
                          if (key.equals(r.key())) {
                            found.add(r);
                          }
                        });
                return found.size() >= expected;
              });
    }
    return found;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private String servers() {
    return String.join(",", kafka.getConsumer().getBootstrapServers());
  }
}
