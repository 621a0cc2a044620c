package io.clipmeter.earnings;

import io.clipmeter.events.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import tools.jackson.databind.json.JsonMapper;

/** The topics as another service sees them. */
public final class Wire implements AutoCloseable {
  private final JsonMapper json = new JsonMapper();
  private final String servers;
  private final KafkaProducer<byte[], byte[]> producer;

  public Wire(KafkaConnectionDetails kafka) {
    this.servers = String.join(",", kafka.getProducer().getBootstrapServers());
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
    var record =
        new ProducerRecord<>(
            event.type().topic().topicName(), utf8(event.key()), json.writeValueAsBytes(event));
    record.headers().add("ce_id", utf8(id)).add("ce_type", utf8(event.type().ceType()));
    producer.send(record);
    producer.flush();
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
      List<ConsumerRecord<String, String>> all = new java.util.ArrayList<>();
      while (parts.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
            .forEach(all::add);
      }
      return all;
    }
  }

  /** The value as this type. */
  public <T> T read(ConsumerRecord<String, String> record, Class<T> type) {
    return json.readValue(record.value(), type);
  }

  /** A header's text. */
  public static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
