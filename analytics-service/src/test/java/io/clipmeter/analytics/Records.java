package io.clipmeter.analytics;

import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.testing.Engines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.json.JsonMapper;

/** The broker as other services see it: plain CloudEvents in binary mode. */
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

  /** Says them in this order, as the services would that write their topics. */
  public void say(Event... events) {
    for (Event event : events) {
      EventType type = event.type();
      say(type.topic().topicName(), event.key(), type.ceType(), json.writeValueAsBytes(event));
    }
    producer.flush();
  }

  /** Says anything. */
  public void say(String topic, String key, String type, byte @Nullable [] value) {
    var record = new ProducerRecord<>(topic, bytes(key), value);
    record
        .headers()
        .add("ce_specversion", bytes("1.0"))
        .add("ce_type", bytes(type))
        .add("ce_id", bytes(UUID.randomUUID().toString()));
    producer.send(record);
    producer.flush();
  }

  /** Deletes a key as an operator of the broker would: neither value nor headers. */
  public void delete(String topic, String key) {
    producer.send(new ProducerRecord<>(topic, bytes(key), null));
    producer.flush();
  }

  /** How many records a topic has had, over all partitions. */
  public long end(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", engines.bootstrapServers());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      return consumer.endOffsets(parts(consumer, topic)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static List<TopicPartition> parts(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** The keys of everything in a topic. */
  public List<String> keys(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", engines.bootstrapServers());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> parts = parts(consumer, topic);
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      List<String> keys = new ArrayList<>();
      while (parts.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          keys.add(new String(record.key(), StandardCharsets.UTF_8));
        }
      }
      return keys;
    }
  }

  @Override
  public void destroy() {
    producer.close(Duration.ofSeconds(5));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
