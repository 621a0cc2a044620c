package io.clipmeter.benchmarks.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks at one topic from outside: how much is in it, and what. Of transactions it sees those that
 * are committed. For one thread.
 */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> parts;

  /** Of a topic that is there. */
  public TopicReader(String servers, String topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.parts =
        consumer.partitionsFor(topic).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList();
    consumer.assign(parts);
  }

  /** Where the topic ends in each partition now. */
  public Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(parts);
  }

  /**
   * How many records came since it ended there; cheap, since no record is read. Where there are
   * transactions, their ends count, too.
   */
  public long countSince(Map<TopicPartition, Long> earlier) {
    Map<TopicPartition, Long> now = ends();
    return parts.stream().mapToLong(part -> at(now, part) - at(earlier, part)).sum();
  }

  /** Reads every record that came since it ended there. */
  public void readSince(
      Map<TopicPartition, Long> earlier, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> end = ends();
    parts.forEach(part -> consumer.seek(part, at(earlier, part)));
    while (parts.stream().anyMatch(part -> consumer.position(part) < at(end, part))) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  /** From now on {@link #next} gives what comes after these ends. */
  public void follow(Map<TopicPartition, Long> from) {
    parts.forEach(part -> consumer.seek(part, at(from, part)));
  }

  /** What has come meanwhile; waits a little for it. */
  public Iterable<ConsumerRecord<byte[], byte[]>> next() {
    return consumer.poll(POLL);
  }

  private static long at(Map<TopicPartition, Long> offsets, TopicPartition part) {
    return offsets.getOrDefault(part, 0L);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
