package io.clipmeter.chassis.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One poll, read but not yet applied. */
record Batch<E>(List<Entry<E>> entries) {

  /**
   * A record and what it means; an event, a cause why it is poison, or neither where it is of no
   * concern.
   */
  record Entry<E>(
      ConsumerRecord<byte[], byte[]> record,
      @Nullable String id,
      @Nullable E event,
      @Nullable Throwable poison) {}

  static <E> Batch<E> read(TopicListener<E> listener, List<Received> received) {
    List<Entry<E>> entries = new ArrayList<>(received.size());
    received.forEach(record -> entries.add(read(listener, record)));
    return new Batch<>(entries);
  }

  private static <E> Entry<E> read(TopicListener<E> listener, Received received) {
    try {
      E event = listener.read(received);
      String id = event == null ? null : received.id();
      return new Entry<>(received.record(), id, event, null);
    } catch (RuntimeException | StackOverflowError e) {
      return new Entry<>(received.record(), null, null, e);
    }
  }

  /** The batch cut into one batch per record, in order. */
  List<Batch<E>> singly() {
    return entries.stream().map(entry -> new Batch<>(List.of(entry))).toList();
  }

  /** The same batch with its events turned into poison. */
  Batch<E> poisonedBy(Throwable cause) {
    return new Batch<>(
        entries.stream().map(e -> new Entry<E>(e.record(), null, null, cause)).toList());
  }

  /** What the database does not have yet, given the next offset of each partition. */
  Batch<E> from(Map<Integer, Long> nextOffsets) {
    return new Batch<>(
        entries.stream()
            .filter(
                e -> e.record().offset() >= nextOffsets.getOrDefault(e.record().partition(), 0L))
            .toList());
  }

  /** Per partition, the offset behind the last record. */
  Map<Integer, Long> nextOffsets() {
    Map<Integer, Long> next = new TreeMap<>();
    entries.forEach(e -> next.merge(e.record().partition(), e.record().offset() + 1, Math::max));
    return next;
  }
}
