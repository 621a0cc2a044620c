package io.clipmeter.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions that are not read because their place is outside of the log. */
final class Standing {
  private final MeterRegistry meters;

  /** With who holds them, for one that lost them may hear of it after another has got them. */
  private final Map<TopicPartition, Consumer<?, ?>> parts = new ConcurrentHashMap<>();

  Standing(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Shows that there are none, too: a number that is missing raises no alarm. */
  void expect(String consumer, String topic) {
    Gauge.builder("clipmeter.inbox.outside", this, standing -> standing.count(topic))
        .description("Partitions that stand still: the stored offset is outside of the log")
        .tag("consumer", consumer)
        .tag("topic", topic)
        .register(meters);
  }

  private long count(String topic) {
    return parts.keySet().stream().filter(part -> part.topic().equals(topic)).count();
  }

  void stop(Consumer<?, ?> kafka, TopicPartition part) {
    parts.put(part, kafka);
    kafka.pause(List.of(part));
  }

  void goOn(Consumer<?, ?> kafka, TopicPartition part) {
    if (kafka.equals(parts.remove(part))) {
      kafka.resume(List.of(part));
    }
  }

  /** Pauses again what somebody has resumed without knowing why it was paused. */
  void stopAgain(Consumer<?, ?> kafka) {
    kafka.pause(kafka.assignment().stream().filter(part -> kafka.equals(parts.get(part))).toList());
  }

  /** These are another's now. */
  void leave(Consumer<?, ?> kafka, Collection<TopicPartition> gone) {
    gone.forEach(part -> parts.remove(part, kafka));
  }
}
