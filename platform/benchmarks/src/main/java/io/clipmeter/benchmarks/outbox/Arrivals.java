package io.clipmeter.benchmarks.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.service.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What arrived in a side's topic in one turn, to be held against what was sent. */
final class Arrivals implements AutoCloseable {
  private final String side;
  private final TopicReader reader;

  Arrivals(String side, String servers, String topic) {
    this.side = side;
    this.reader = new TopicReader(servers, topic);
  }

  Map<TopicPartition, Long> ends() {
    return reader.ends();
  }

  /**
   * Proves that every message arrived once, unchanged, and those of a key in their order.
   *
   * @throws IllegalStateException where one did not
   */
  void prove(Map<TopicPartition, Long> before, List<Message> sent) {
    Map<String, List<String>> arrived = new HashMap<>();
    reader.readSince(before, record -> add(arrived, text(record.key()), content(record)));
    Map<String, List<String>> right = new HashMap<>();
    sent.forEach(message -> add(right, message.key(), message.id() + message.value()));
    if (!arrived.equals(right)) {
      throw new IllegalStateException(side + ": not every message arrived once and in order");
    }
  }

  private static String content(ConsumerRecord<byte[], byte[]> record) {
    return text(record.headers().lastHeader("ce_id").value()) + text(record.value());
  }

  private static void add(Map<String, List<String>> byKey, String key, String message) {
    byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(message);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  @Override
  public void close() {
    reader.close();
  }
}
