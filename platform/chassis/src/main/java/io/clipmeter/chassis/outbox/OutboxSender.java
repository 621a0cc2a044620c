package io.clipmeter.chassis.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to the broker and waits for its acknowledgement. The producer never gives a record up
 * by itself (idempotent, no delivery timeout): a later record of a key can't arrive without the
 * earlier one.
 */
final class OutboxSender {
  /** Bounds memory where one entry of a journal has a million events. */
  private static final int UNANSWERED_MAX = 10_000;

  /** Each batch costs a compressor and a place in a request, which small ones are not worth. */
  private static final int BATCH_BYTES = 128 * 1024;

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Duration timeout;
  private final List<Future<RecordMetadata>> unanswered = new ArrayList<>();
  private @Nullable Producer<byte[], byte[]> producer;

  OutboxSender(Supplier<Producer<byte[], byte[]>> producers, Duration timeout) {
    this.producers = producers;
    this.timeout = timeout;
  }

  /** Sends to the brokers that this configuration names. */
  static OutboxSender of(Map<String, Object> kafka, Duration timeout) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) timeout.toMillis());
    return new OutboxSender(() -> new KafkaProducer<>(config), timeout);
  }

  /**
   * Hands a record over; {@link #await} says that it arrived.
   *
   * @throws KafkaException where too many are unanswered and the broker does not answer in time
   */
  void send(OutboxRow row) {
    send(
        new ProducerRecord<>(
            row.topic(), null, row.key(), row.value(), CloudEvent.ofKafka(row.headers())));
  }

  /** As {@link #send(OutboxRow)}. */
  void send(ProducerRecord<byte[], byte[]> record) {
    unanswered.add(producer().send(record));
    if (unanswered.size() >= UNANSWERED_MAX) {
      await();
    }
  }

  /**
   * Waits until the broker has all that was handed over.
   *
   * @throws KafkaException where it did not acknowledge in time
   */
  void await() {
    long deadline = System.nanoTime() + timeout.toNanos();
    unanswered.forEach(acknowledgement -> await(acknowledgement, deadline));
    unanswered.clear();
  }

  private static void await(Future<RecordMetadata> acknowledgement, long deadline) {
    try {
      acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while the broker had not acknowledged", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the broker did not acknowledge: " + e.getMessage(), e);
    }
  }

  private Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = producers.get();
    }
    return producer;
  }

  /** Forgets what is still buffered: after a failure it would arrive behind its own repetition. */
  void reset() {
    unanswered.clear();
    Producer<byte[], byte[]> old = producer;
    producer = null;
    if (old != null) {
      old.close(Duration.ZERO);
    }
  }
}
