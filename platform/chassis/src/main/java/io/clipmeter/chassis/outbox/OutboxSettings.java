package io.clipmeter.chassis.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave a service.
 *
 * @param source the {@code ce_source}; the defaults file makes it {@code /clipmeter/<application
 *     name>}
 * @param poll longest wait before the relay looks for rows that another instance wrote
 * @param batchMax rows of one shard sent per round, 1 to 10,000
 * @param eventsMax events of all shards sent per round, 1,000 to 1,000,000; an entry of a journal
 *     is not divided
 * @param recordBytesMax largest record, headers included; Kafka's own default limit is 1 MiB
 * @param sendTimeout how long the relay waits for the broker before it gives its shards back
 * @param keep how long rows stay after they were sent, to look at
 */
@ConfigurationProperties("clipmeter.outbox")
record OutboxSettings(
    String source,
    @DefaultValue("200ms") Duration poll,
    @DefaultValue("1000") int batchMax,
    @DefaultValue("20000") int eventsMax,
    @DefaultValue("1000000") int recordBytesMax,
    @DefaultValue("30s") Duration sendTimeout,
    @DefaultValue("3d") Duration keep) {
  OutboxSettings {
    if (source.isBlank()) {
      throw new IllegalArgumentException("clipmeter.outbox.source must not be blank");
    }
    if (batchMax < 1 || batchMax > 10_000) {
      throw new IllegalArgumentException("clipmeter.outbox.batch-max must be 1 to 10000");
    }
    if (eventsMax < 1_000 || eventsMax > 1_000_000) {
      throw new IllegalArgumentException("clipmeter.outbox.events-max must be 1000 to 1000000");
    }
    if (poll.isNegative() || poll.isZero() || sendTimeout.isNegative() || sendTimeout.isZero()) {
      throw new IllegalArgumentException("clipmeter.outbox.poll and send-timeout must be positive");
    }
  }
}
