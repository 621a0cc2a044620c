package io.clipmeter.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.testing.WithEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PackedRowsIT {
  private static final String TOPIC = "clipping.probes.v1";
  private static final int MEBIBYTE = 1 << 20;

  @Autowired Outbox outbox;
  @Autowired OutboxRelay relay;
  @Autowired OutboxRows rows;
  @Autowired TransactionTemplate transaction;
  @Autowired KafkaConnectionDetails kafka;

  @BeforeEach
  void quiet() {
    await().until(() -> rows.backlog().rows() == 0);
    relay.stop();
  }

  @AfterEach
  void goOn() {
    relay.start();
  }

  @Test
  void manyEventsOfATransactionAreFewRowsAndArriveInOrder() {
    String key = "k-packed-" + UUID.randomUUID();
    List<Long> before = rows.mark();
    transaction.executeWithoutResult(
        s -> IntStream.range(0, 1_200).forEach(n -> outbox.append(TOPIC, key, "other", n)));

    assertThat(sum(rows.mark()) - sum(before)).as("rows").isEqualTo(3);
    assertThat(rows.backlog().rows()).as("events that wait").isEqualTo(1_200);

    relay.start();

    assertThat(received(key, 1_200))
        .containsExactlyElementsOf(IntStream.range(0, 1_200).mapToObj(Integer::toString).toList());
    await().untilAsserted(() -> assertThat(rows.backlog().rows()).isZero());
  }

  @Test
  void whatIsTakenAtOnceFitsIntoMemoryHoweverLargeTheRecords() {
    String key = "k-large-" + UUID.randomUUID();
    transaction.executeWithoutResult(
        s ->
            IntStream.range(0, 5)
                .forEach(n -> outbox.append(TOPIC, key, "other", "x".repeat(MEBIBYTE / 2))));

    List<Integer> taken = new ArrayList<>();
    transaction.executeWithoutResult(
        s -> rows.next(rows.claim(), 1_000).values().forEach(shard -> taken.add(shard.size())));

    assertThat(taken).containsExactly(2);
  }

  private static long sum(List<Long> marks) {
    return marks.stream().mapToLong(Long::longValue).sum();
  }

  private List<String> received(String key, int expected) {
    List<String> found = new ArrayList<>();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            String.join(",", kafka.getConsumer().getBootstrapServers()),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                for (ConsumerRecord<String, String> record :
                    consumer.poll(Duration.ofMillis(200))) {
                  if (key.equals(record.key())) {
                    found.add(record.value());
                  }
                }
                return found.size() >= expected;
              });
    }
    return found;
  }
}
