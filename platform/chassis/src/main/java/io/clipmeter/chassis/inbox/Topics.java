package io.clipmeter.chassis.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;

/** The topics to create: what a service writes, and the dead letters of what it hears. */
final class Topics {
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

  private Topics() {}

  static NewTopic[] of(
      List<TopicSpec> written, Stream<String> deadLetterTopics, KafkaSettings settings) {
    List<NewTopic> topics = new ArrayList<>();
    written.forEach(spec -> topics.add(topic(spec, settings.partitions(), settings)));
    deadLetterTopics
        .map(name -> new TopicSpec(name, false, DEAD_LETTERS_KEPT))
        .forEach(spec -> topics.add(topic(spec, 1, settings)));
    return topics.toArray(NewTopic[]::new);
  }

  private static NewTopic topic(TopicSpec spec, int partitions, KafkaSettings settings) {
    int replicas = settings.replicationFactor();
    Duration kept = spec.retention();
    TopicBuilder topic =
        TopicBuilder.name(spec.name())
            .partitions(partitions)
            .replicas(replicas)
            .config(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(Math.max(1, replicas - 1)));
    if (spec.compacted()) {
      topic
          .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
          .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
          .config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, kept == null ? "0" : millis(kept));
    } else {
      topic
          .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
          .config(TopicConfig.RETENTION_MS_CONFIG, kept == null ? "-1" : millis(kept));
    }
    return topic.build();
  }

  private static String millis(Duration kept) {
    return Long.toString(kept.toMillis());
  }
}
