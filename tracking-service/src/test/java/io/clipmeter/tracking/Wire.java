package io.clipmeter.tracking;

import io.clipmeter.events.Event;
import io.clipmeter.events.Topic;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** The topics as another service sees them. */
public final class Wire implements AutoCloseable {
  private final JsonMapper json = new JsonMapper();
  private final String servers;
  private final KafkaProducer<byte[], byte[]> producer;

  public Wire(String servers) {
    this.servers = servers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends an event under a new id. */
  public void send(Event event) {
    send(event, UUID.randomUUID().toString());
  }

  /** Sends an event under this id. */
  public void send(Event event, String id) {
    send(event.type().topic(), event.key(), event.type().ceType(), id, event);
  }

  /** Sends whatever it is. */
  public void send(Topic topic, String key, String type, String id, Object value) {
    byte[] bytes = value instanceof String text ? utf8(text) : json.writeValueAsBytes(value);
    var record = new ProducerRecord<>(topic.topicName(), utf8(key), bytes);
    record.headers().add("ce_id", utf8(id)).add("ce_type", utf8(type));
    producer.send(record);
    producer.flush();
  }

  /** Everything that the topic holds now under this key, oldest first. */
  public List<ConsumerRecord<String, String>> all(Topic topic, String key) {
    return all(topic.topicName()).stream().filter(r -> key.equals(r.key())).toList();
  }

  /** The values under this key of this type, oldest first. */
  public <E extends Event> List<E> events(Topic topic, String key, Class<E> type) {
    return all(topic, key).stream()
        .filter(record -> header(record, "ce_type").equals(ceType(type)))
        .map(record -> json.readValue(record.value(), type))
        .toList();
  }

  /** Everything that the topic holds now. */
  public List<ConsumerRecord<String, String>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> parts =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (parts.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  /** A header's text. */
  public static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static String ceType(Class<? extends Event> type) {
    for (var each : io.clipmeter.events.EventType.values()) {
      if (each.record() == type) {
        return each.ceType();
      }
    }
    throw new IllegalArgumentException(type + " is no event");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
