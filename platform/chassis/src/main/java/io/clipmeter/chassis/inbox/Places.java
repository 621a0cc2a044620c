package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.inbox.OutsidePolicy.Stored;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far partitions have been consumed, in the service's database. */
interface Places {

  /** Where to go on; a partition never consumed starts at 0. */
  Map<TopicPartition, Stored> begin(Collection<TopicPartition> parts);

  /** Remembers of partitions that they stand still at these offsets, where they are there still. */
  void stand(Map<TopicPartition, Long> offsets);
}
