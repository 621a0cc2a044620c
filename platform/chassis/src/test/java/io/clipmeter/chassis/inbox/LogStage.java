package io.clipmeter.chassis.inbox;

import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.Probe;
import io.clipmeter.testing.Engines;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A broker whose logs are cut and made anew, and the database that remembers what was read. */
record LogStage(String servers, JdbcClient jdbc, MeterRegistry meters, Consumers consumers) {
  static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final JsonMapper JSON = new JsonMapper();

  /** Everything from the beginning: empty topics, and nobody has read them. */
  void begin(Collection<String> topics) {
    consumers.stop();
    topics.forEach(this::makeAnew);
    jdbc.sql("TRUNCATE chassis.consumer_offset, chassis.inbox, effect").update();
    consumers.start();
  }

  void makeAnew(String topic) {
    delete(topic);
    create(topic);
  }

  void delete(String topic) {
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw new IllegalStateException(failure);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that is subscribed to may be there again before it is asked for. */
  void create(String topic) {
    try (Admin admin = admin()) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                if (!admin.listTopics().names().get().contains(topic)) {
                  NewTopic wanted = new NewTopic(topic, Engines.PARTITIONS, (short) 1);
                  admin.createTopics(List.of(wanted)).all().get();
                }
                return true;
              });
    }
  }

  /** As retention does: what lies before an offset is gone. */
  void removeBefore(String topic, int part, long offset) {
    try (Admin admin = admin()) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(topic, part), RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers));
  }

  void send(String topic, int part, String name, long n) {
    send(topic, part, name, n, 0);
  }

  /** A record of at least this many bytes. */
  void send(String topic, int part, String name, long n, int bytes) {
    String padding = " ".repeat(bytes);
    var record =
        new ProducerRecord<byte[], byte[]>(
            topic,
            part,
            name.getBytes(StandardCharsets.UTF_8),
            (JSON.writeValueAsString(new Probe(name, n)) + padding)
                .getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_type", "probe".getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long stored(String topic, int part) {
    return jdbc.sql(
            """
            SELECT coalesce(max(next_offset), -1) FROM chassis.consumer_offset
            WHERE topic = ? AND part = ? AND consumer NOT LIKE '%:set-aside'
            """)
        .params(topic, part)
        .query(Long.class)
        .single();
  }

  /** What the operator does, by the runbook. */
  void decide(String topic, int part, long next) {
    consumers.stop();
    jdbc.sql("UPDATE chassis.consumer_offset SET next_offset = ? WHERE topic = ? AND part = ?")
        .params(next, topic, part)
        .update();
    consumers.start();
  }

  void restart() {
    consumers.stop();
    consumers.start();
  }

  long outside(String topic) {
    return (long) meters.get("clipmeter.inbox.outside").tag("topic", topic).gauge().value();
  }

  void awaitOutside(String topic, long parts) {
    await().atMost(PATIENCE).until(() -> outside(topic) == parts);
  }

  List<Long> effects(String name) {
    return jdbc.sql("SELECT n FROM effect WHERE name = ? ORDER BY ctid")
        .param(name)
        .query((rs, row) -> rs.getLong(1))
        .list();
  }

  void awaitEffects(String name, Long... expected) {
    await().atMost(PATIENCE).until(() -> effects(name).equals(List.of(expected)));
  }
}
