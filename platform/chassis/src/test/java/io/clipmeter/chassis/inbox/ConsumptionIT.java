package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.Probe;
import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.chassis.app.ProbeListener;
import io.clipmeter.testing.WithEngines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsumptionIT {
  private static final String DEAD = "clipping.probes.v1.probe-probes.dlt";
  private final JsonMapper json = new JsonMapper();

  @Autowired ProbeListener listener;
  @Autowired KafkaConnectionDetails kafka;
  @Autowired JdbcClient jdbc;
  @Autowired Consumers consumers;

  @Test
  void anEventTakesEffectOnceHoweverOftenItIsSent() {
    String id = UUID.randomUUID().toString();
    send("twice", id, bytes(new Probe("twice", 1)));
    send("twice", id, bytes(new Probe("twice", 1)));
    send("twice", UUID.randomUUID().toString(), bytes(new Probe("twice", 2)));

    awaitEffects("twice", List.of(1L, 2L));
  }

  @Test
  void theDatabaseAndNotKafkaSaysWhereToGoOn() {
    send("again", UUID.randomUUID().toString(), bytes(new Probe("again", 1)));
    awaitEffects("again", List.of(1L));
    consumers.stop();
    forgetKafkaOffsets();

    consumers.start();
    send("again", UUID.randomUUID().toString(), bytes(new Probe("again", 2)));

    awaitEffects("again", List.of(1L, 2L));
  }

  @Test
  void recordsThatKafkaTakesForReadAreReadWhereTheDatabaseSaysOtherwise() {
    send("ahead", UUID.randomUUID().toString(), bytes(new Probe("ahead", 1)));
    awaitEffects("ahead", List.of(1L));
    consumers.stop();
    send("ahead", UUID.randomUUID().toString(), bytes(new Probe("ahead", 2)));
    moveKafkaOffsetsToTheEnd();

    consumers.start();

    awaitEffects("ahead", List.of(1L, 2L));
  }

  @Test
  void anEventThatWasSeenBeforeARestartIsNotSeenAgain() {
    String id = UUID.randomUUID().toString();
    send("restart", id, bytes(new Probe("restart", 1)));
    awaitEffects("restart", List.of(1L));
    consumers.stop();
    consumers.start();

    send("restart", id, bytes(new Probe("restart", 1)));
    send("restart", UUID.randomUUID().toString(), bytes(new Probe("restart", 2)));

    awaitEffects("restart", List.of(1L, 2L));
  }

  @Test
  void whereOrderMattersARecordThatFailsWaitsWithAllBehindIt() {
    listener.waitOnFailure(true);
    try {
      send("waits", UUID.randomUUID().toString(), bytes(new Probe("waits", 1)));
      awaitEffects("waits", List.of(1L));
      send("waits", UUID.randomUUID().toString(), bytes(new Probe("waits", -1)));
      send("waits", UUID.randomUUID().toString(), bytes(new Probe("waits", 2)));
      await().atMost(Duration.ofSeconds(30)).until(() -> listener.refusals("waits") > 2);
      assertThat(listener.effects("waits")).containsExactly(1L);
      assertThat(deadLetters("waits", 0)).isEmpty();
    } finally {
      listener.waitOnFailure(false);
    }
    awaitEffects("waits", List.of(1L, 2L));
    assertThat(deadLetters("waits", 1)).hasSize(1);
  }

  @Test
  void recordsOlderThanTheOffsetAreDroppedEvenUnderNewIds() {
    send("older", UUID.randomUUID().toString(), bytes(new Probe("older", 1)));
    awaitEffects("older", List.of(1L));
    consumers.stop();
    jdbc.sql("DELETE FROM chassis.inbox").update();
    forgetKafkaOffsets();

    consumers.start();
    send("older", UUID.randomUUID().toString(), bytes(new Probe("older", 2)));

    awaitEffects("older", List.of(1L, 2L));
  }

  @Test
  void aRecordThatCannotBeReadIsSetAsideAndItsNeighboursAreNot() {
    send("poison", UUID.randomUUID().toString(), bytes(new Probe("poison", 1)));
    send("poison", UUID.randomUUID().toString(), "rubbish{".getBytes(StandardCharsets.UTF_8));
    send("poison", null, bytes(new Probe("poison", 9)));
    send("poison", UUID.randomUUID().toString(), null);
    send("poison", UUID.randomUUID().toString(), bytes(new Probe("poison", 2)));

    awaitEffects("poison", List.of(1L, 2L));
    List<ConsumerRecord<byte[], byte[]>> dead = deadLetters("poison", 3);
    assertThat(new String(dead.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo("rubbish{");
    assertThat(header(dead.getFirst(), "dlt_cause")).isNotEmpty();
    assertThat(header(dead.getFirst(), "dlt_topic")).isEqualTo(ProbeApplication.TOPIC);
    assertThat(header(dead.getFirst(), "ce_type")).isEqualTo("probe");
  }

  @Test
  void aRecordTooLargeToBeSetAsideWholeIsSetAsideInPart() {
    send("large", UUID.randomUUID().toString(), bytes(new Probe("large", 1)));
    send(
        "large",
        UUID.randomUUID().toString(),
        "x".repeat(1_020_000).getBytes(StandardCharsets.UTF_8));
    send("large", UUID.randomUUID().toString(), bytes(new Probe("large", 2)));

    awaitEffects("large", List.of(1L, 2L));
    ConsumerRecord<byte[], byte[]> dead = deadLetters("large", 1).getFirst();
    assertThat(dead.value()).hasSize(600_000).containsOnly('x');
    assertThat(header(dead, "dlt_value_bytes")).isEqualTo("1020000");
    assertThat(header(dead, "dlt_offset")).matches("[0-9]+");
  }

  @Test
  void anEventThatCannotBeAppliedIsFoundAmongItsNeighbours() {
    send("inapplicable", UUID.randomUUID().toString(), bytes(new Probe("inapplicable", 1)));
    send("inapplicable", UUID.randomUUID().toString(), bytes(new Probe("inapplicable", -1)));
    send("inapplicable", UUID.randomUUID().toString(), bytes(new Probe("inapplicable", 2)));

    awaitEffects("inapplicable", List.of(1L, 2L));
    assertThat(deadLetters("inapplicable", 1)).hasSize(1);
  }

  @Test
  void aFailureOfTheSurroundingsIsTriedAgainUntilItPasses() {
    listener.failNext(3);
    send("outage", UUID.randomUUID().toString(), bytes(new Probe("outage", 1)));

    awaitEffects("outage", List.of(1L));
    assertThat(deadLetters("outage", 0)).isEmpty();
  }

  @Test
  void aTypeThatIsNotKnownYetIsPassedOver() {
    sendTyped(
        "later", "probe-of-the-future", UUID.randomUUID().toString(), bytes(new Probe("later", 1)));
    send("later", UUID.randomUUID().toString(), bytes(new Probe("later", 2)));

    awaitEffects("later", List.of(2L));
    assertThat(deadLetters("later", 0)).isEmpty();
  }

  private void awaitEffects(String name, List<Long> expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(listener.effects(name)).isEqualTo(expected));
  }

  private void forgetKafkaOffsets() {
    try (var admin =
        org.apache.kafka.clients.admin.Admin.create(Map.of("bootstrap.servers", servers()))) {
      await()
          .ignoreExceptions()
          .until(
              () -> {
                admin.deleteConsumerGroups(List.of("probe-probes")).all().get();
                return true;
              });
    }
  }

  private void moveKafkaOffsetsToTheEnd() {
    try (var admin =
            org.apache.kafka.clients.admin.Admin.create(Map.of("bootstrap.servers", servers()));
        var consumer = reader()) {
      var parts =
          consumer.partitionsFor(ProbeApplication.TOPIC).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      var ends =
          consumer.endOffsets(parts).entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, e -> new OffsetAndMetadata(e.getValue())));
      await()
          .ignoreExceptions()
          .until(
              () -> {
                admin.alterConsumerGroupOffsets("probe-probes", ends).all().get();
                return true;
              });
    }
  }

  private void send(String key, @Nullable String id, byte @Nullable [] value) {
    sendTyped(key, "probe", id, value);
  }

  private void sendTyped(String key, String type, @Nullable String id, byte @Nullable [] value) {
    var record =
        new ProducerRecord<byte[], byte[]>(
            ProbeApplication.TOPIC, key.getBytes(StandardCharsets.UTF_8), value);
    record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    if (id != null) {
      record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
    }
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record);
      producer.flush();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters(String key, int expected) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer = reader()) {
      consumer.subscribe(List.of(DEAD));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(300))
                    .forEach(
                        r -> {
                          if (new String(r.key(), StandardCharsets.UTF_8).equals(key)) {
                            found.add(r);
                          }
                        });
                return !consumer.assignment().isEmpty() && found.size() >= expected;
              });
    }
    return found;
  }

  private KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        Map.<String, Object>of(
            "bootstrap.servers",
            servers(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private String servers() {
    return String.join(",", kafka.getConsumer().getBootstrapServers());
  }

  private byte[] bytes(Probe probe) {
    return json.writeValueAsBytes(probe);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
