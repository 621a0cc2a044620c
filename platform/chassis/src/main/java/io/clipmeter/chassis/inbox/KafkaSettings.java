package io.clipmeter.chassis.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created and consumed.
 *
 * @param partitions of a new topic, 1 to 1,000; changing it later breaks the order per key
 * @param replicationFactor of a new topic; 3 in production
 * @param concurrency consumer threads per topic in this instance, 1 to the number of partitions
 */
@ConfigurationProperties("clipmeter.kafka")
record KafkaSettings(
    @DefaultValue("48") int partitions,
    @DefaultValue("3") short replicationFactor,
    @DefaultValue("1") int concurrency) {
  KafkaSettings {
    if (partitions < 1 || partitions > 1000) {
      throw new IllegalArgumentException("clipmeter.kafka.partitions must be 1 to 1000");
    }
    if (replicationFactor < 1) {
      throw new IllegalArgumentException("clipmeter.kafka.replication-factor must be at least 1");
    }
    if (concurrency < 1 || concurrency > partitions) {
      throw new IllegalArgumentException(
          "clipmeter.kafka.concurrency must be 1 to the number of partitions");
    }
  }
}
