package io.clipmeter.submission;

import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.Engines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.json.JsonMapper;

/** The broker as other services see it: plain CloudEvents in binary mode, and plain consumers. */
public final class Records implements DisposableBean {
  private final Engines engines;
  private final JsonMapper json;
  private final KafkaProducer<byte[], byte[]> producer;

  Records(Engines engines, JsonMapper json) {
    this.engines = engines;
    this.json = json;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", engines.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Says it as the service would that writes this topic. */
  public void say(Event event) {
    say(UUID.randomUUID().toString(), event);
  }

  /** Says it under this ce_id. */
  public void say(String id, Event event) {
    EventType type = event.type();
    say(type.topic(), event.key(), id, type.ceType(), json.writeValueAsBytes(event));
  }

  /** Says anything. */
  public void say(
      Topic topic, String key, @Nullable String id, String type, byte @Nullable [] value) {
    var record = new ProducerRecord<>(topic.topicName(), bytes(key), value);
    record.headers().add("ce_specversion", bytes("1.0")).add("ce_type", bytes(type));
    if (id != null) {
      record.headers().add("ce_id", bytes(id));
    }
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** All events of this type that a new reader of its topic finds under this key, in order. */
  public <E extends Event> List<E> heard(Class<E> type, String key) {
    EventType of =
        List.of(EventType.values()).stream()
            .filter(each -> each.record() == type)
            .findFirst()
            .orElseThrow();
    return all(of.topic().topicName()).stream()
        .filter(record -> text(record.key()).equals(key))
        .filter(record -> header(record, "ce_type").equals(of.ceType()))
        .map(record -> json.readValue(record.value(), type))
        .toList();
  }

  /** Everything that is in a topic. */
  public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", engines.bootstrapServers());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<PartitionInfo> infos = consumer.partitionsFor(topic);
      List<TopicPartition> parts =
          infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (parts.stream()
          .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /** A header's text, empty where it is missing. */
  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : text(header.value());
  }

  @Override
  public void destroy() {
    producer.close(Duration.ofSeconds(5));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
