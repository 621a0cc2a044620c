package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.inbox.OutsidePolicy.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a service's consumers. */
final class StoredPlaces implements Places {
  private final ConsumedTables tables;
  private final TransactionTemplate transaction;
  private final UnaryOperator<String> consumerOf;

  /**
   * @param consumerOf the consumer's name for a topic
   */
  StoredPlaces(
      ConsumedTables tables, TransactionTemplate transaction, UnaryOperator<String> consumerOf) {
    this.tables = tables;
    this.transaction = transaction;
    this.consumerOf = consumerOf;
  }

  @Override
  public Map<TopicPartition, Stored> begin(Collection<TopicPartition> parts) {
    Map<TopicPartition, Stored> places = new HashMap<>();
    transaction.executeWithoutResult(
        status ->
            byTopic(parts)
                .forEach(
                    (topic, numbers) ->
                        tables
                            .begin(consumerOf.apply(topic), topic, numbers)
                            .forEach(
                                (part, at) -> places.put(new TopicPartition(topic, part), at))));
    return places;
  }

  @Override
  public void stand(Map<TopicPartition, Long> offsets) {
    transaction.executeWithoutResult(
        status ->
            offsets.forEach(
                (part, at) ->
                    tables.stand(
                        consumerOf.apply(part.topic()), part.topic(), part.partition(), at)));
  }

  private static Map<String, List<Integer>> byTopic(Collection<TopicPartition> parts) {
    return parts.stream()
        .collect(
            Collectors.groupingBy(
                TopicPartition::topic,
                TreeMap::new,
                Collectors.mapping(TopicPartition::partition, Collectors.toList())));
  }
}
