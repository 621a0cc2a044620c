package io.clipmeter.payout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.testing.Engines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as any other team would. */
public final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> kafka;
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

  public TopicReader(Engines engines, String topic) {
    kafka =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                engines.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    kafka.subscribe(List.of(topic));
  }

  /** Reads on until so many records match, or half a minute has gone; gives those that match. */
  public List<ConsumerRecord<String, byte[]>> await(
      int count, Predicate<ConsumerRecord<String, byte[]>> match) {
    for (int poll = 0; poll < 150 && read.stream().filter(match).count() < count; poll++) {
      kafka.poll(Duration.ofMillis(200)).forEach(read::add);
    }
    return read.stream().filter(match).toList();
  }

  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  public static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), UTF_8);
  }

  @Override
  public void close() {
    kafka.close();
  }
}
