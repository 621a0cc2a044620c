package io.clipmeter.benchmarks.kills;

import io.clipmeter.events.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker what is in its topics, and who hears them. */
final class Brokers implements AutoCloseable {
  private final Admin admin;

  Brokers(String servers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
  }

  /** Where these topics end, by topic and partition. */
  Map<String, Long> ends(Topic... topics) {
    List<String> names = Stream.of(topics).map(Topic::topicName).toList();
    return ends(names);
  }

  /** How many records were ever set aside. */
  long deadLetters() {
    try {
      Collection<String> names = admin.listTopics().names().get();
      return ends(names.stream().filter(name -> name.endsWith(".dlt")).toList()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker doesn't tell its topics", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Map<String, Long> ends(Collection<String> names) {
    try {
      Map<TopicPartition, OffsetSpec> asked =
          admin.describeTopics(names).allTopicNames().get().values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(part -> new TopicPartition(topic.name(), part.partition())))
              .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()));
      Map<String, Long> ends = new HashMap<>();
      admin
          .listOffsets(asked)
          .all()
          .get()
          .forEach((part, end) -> ends.put(part.toString(), end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker doesn't tell where its topics end", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Whether so many consumers share the topics of a group, and none of them waits. */
  boolean shared(String group, int consumers) {
    try {
      ConsumerGroupDescription now =
          admin.describeConsumerGroups(List.of(group)).all().get().get(group);
      return now != null
          && now.groupState() == GroupState.STABLE
          && now.members().size() == consumers
          && now.members().stream().noneMatch(m -> m.assignment().topicPartitions().isEmpty());
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
