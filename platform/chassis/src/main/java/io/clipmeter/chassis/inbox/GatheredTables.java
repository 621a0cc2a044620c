package io.clipmeter.chassis.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the consumers of a {@link Gatherer} stand, and what they set aside. */
final class GatheredTables {
  /** Records are read more than once; how far they were set aside is noted apart. */
  private static final String ASIDE = ":set-aside";

  private final ConsumedTables tables;
  private final DeadLetters deadLetters;
  private final TransactionTemplate transaction;
  private final UnaryOperator<String> consumerOf;

  /**
   * @param consumerOf the consumer's name for a topic
   */
  GatheredTables(
      ConsumedTables tables,
      DeadLetters deadLetters,
      TransactionTemplate transaction,
      UnaryOperator<String> consumerOf) {
    this.tables = tables;
    this.deadLetters = deadLetters;
    this.transaction = transaction;
    this.consumerOf = consumerOf;
  }

  void inTransaction(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  private static Map<String, List<Integer>> parts(Collection<TopicPartition> assigned) {
    return assigned.stream()
        .collect(
            Collectors.groupingBy(
                TopicPartition::topic,
                TreeMap::new,
                Collectors.mapping(TopicPartition::partition, Collectors.toList())));
  }

  /** Moves offsets on; one that is behind what is stored leaves that as it is. */
  void raise(Map<TopicPartition, Long> offsets) {
    parts(offsets.keySet())
        .forEach(
            (topic, parts) -> {
              Map<Integer, Long> next = new TreeMap<>();
              parts.forEach(part -> next.put(part, offsets.get(new TopicPartition(topic, part))));
              tables.raise(consumerOf.apply(topic), topic, next);
            });
  }

  /**
   * Does this about records of one partition and moves its offset behind them, in one transaction;
   * nothing where another owner of the partition has moved it there.
   *
   * @param records one at least, in their order
   */
  void past(List<ConsumerRecord<byte[], byte[]>> records, Runnable work) {
    ConsumerRecord<byte[], byte[]> last = records.getLast();
    String consumer = consumerOf.apply(last.topic());
    List<Integer> part = List.of(last.partition());
    inTransaction(
        () -> {
          Map<Integer, Long> next = tables.lock(consumer, last.topic(), part);
          if (last.offset() >= next.getOrDefault(last.partition(), 0L)) {
            work.run();
            tables.advance(consumer, last.topic(), Map.of(last.partition(), last.offset() + 1));
          }
        });
  }

  /** Sets a record aside that could be read but not kept, and moves the offset behind it. */
  void setAsideAndPass(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    past(List.of(record), () -> deadLetters.add(consumerOf.apply(record.topic()), record, cause));
  }

  /** Sets a record aside, unless it or a later one was set aside before. */
  void setAside(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    String topic = record.topic();
    String consumer = consumerOf.apply(topic);
    List<Integer> part = List.of(record.partition());
    inTransaction(
        () -> {
          tables.begin(consumer + ASIDE, topic, part);
          Map<Integer, Long> next = tables.lock(consumer + ASIDE, topic, part);
          if (record.offset() >= next.getOrDefault(record.partition(), 0L)) {
            deadLetters.add(consumer, record, cause);
            tables.advance(
                consumer + ASIDE, topic, Map.of(record.partition(), record.offset() + 1));
          }
        });
  }
}
