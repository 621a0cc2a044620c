package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.inbox.Batch.Entry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * One consumer: reads a poll, applies it with its offsets in one transaction, and tells Kafka
 * afterwards, for the lag display only.
 *
 * <p>The row of a partition is locked before anything is applied and decides what is new. A second
 * owner of the partition, or one that was paused beyond its session, finds its records already
 * behind the offset and drops them.
 */
final class Consumption<E> implements BatchAcknowledgingMessageListener<byte[], byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);

  private final String consumer;
  private final TopicListener<E> listener;
  private final ConsumedTables tables;
  private final DeadLetters deadLetters;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Counter dropped;

  Consumption(
      String consumer,
      TopicListener<E> listener,
      ConsumedTables tables,
      DeadLetters deadLetters,
      TransactionTemplate transaction,
      JsonMapper json,
      MeterRegistry meters) {
    this.consumer = consumer;
    this.dropped =
        Counter.builder("clipmeter.inbox.dropped")
            .description("Records that Kafka gave and the database knew already")
            .tag("consumer", consumer)
            .register(meters);
    this.listener = listener;
    this.tables = tables;
    this.deadLetters = deadLetters;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment) {
    Batch<E> batch =
        Batch.read(listener, records.stream().map(r -> new Received(r, json)).toList());
    try {
      apply(batch);
    } catch (RuntimeException failure) {
      if (Retry.worthwhile(failure) || listener.waitOnFailure()) {
        throw failure;
      }
      LOG.warn(
          "{}: applying {} records one by one: {}", consumer, records.size(), failure.toString());
      batch.singly().forEach(this::applyOrSetAside);
    }
    if (acknowledgment != null) {
      acknowledgment.acknowledge();
    }
  }

  private void applyOrSetAside(Batch<E> single) {
    try {
      apply(single);
    } catch (RuntimeException failure) {
      if (Retry.worthwhile(failure)) {
        throw failure;
      }
      apply(single.poisonedBy(failure));
    }
  }

  private void apply(Batch<E> batch) {
    transaction.executeWithoutResult(status -> applyNew(batch));
  }

  private void applyNew(Batch<E> batch) {
    Map<Integer, Long> ends = batch.nextOffsets();
    Map<Integer, Long> nextOffsets = tables.lock(consumer, listener.topic(), ends.keySet());
    Batch<E> fresh = batch.from(nextOffsets);
    noteDropped(batch.entries().size() - fresh.entries().size(), nextOffsets);
    if (fresh.entries().isEmpty()) {
      return;
    }
    fresh.entries().stream()
        .filter(entry -> entry.poison() != null)
        .forEach(
            entry ->
                deadLetters.add(consumer, entry.record(), Objects.requireNonNull(entry.poison())));
    List<E> events = unseen(fresh);
    if (!events.isEmpty()) {
      listener.apply(events);
    }
    tables.advance(consumer, listener.topic(), fresh.nextOffsets());
  }

  /**
   * A few are the trace of a rebalance. Many, again and again, mean that instances take partitions
   * from each other.
   */
  private void noteDropped(int records, Map<Integer, Long> nextOffsets) {
    if (records > 0) {
      dropped.increment(records);
      LOG.warn(
          "{}: {} records were applied before; the database goes on at {}",
          consumer,
          records,
          nextOffsets);
    }
  }

  private List<E> unseen(Batch<E> fresh) {
    List<Entry<E>> meant = fresh.entries().stream().filter(entry -> entry.event() != null).toList();
    if (!listener.deduplicate() || meant.isEmpty()) {
      return meant.stream().map(entry -> Objects.requireNonNull(entry.event())).toList();
    }
    Set<String> first =
        tables.markSeen(consumer, meant.stream().map(e -> Objects.requireNonNull(e.id())).toList());
    return meant.stream()
        .filter(entry -> first.remove(Objects.requireNonNull(entry.id())))
        .map(entry -> Objects.requireNonNull(entry.event()))
        .toList();
  }
}
