package io.clipmeter.chassis.inbox;

import java.util.List;

/**
 * Consumes topics whose records take effect only together, as the readings of a round do: until
 * then they stay in memory, and Kafka is what keeps them. One bean each.
 *
 * <p>The offset that is stored is that of the oldest record still needed. After a crash, a
 * rebalance or a failure everything from there on is read again, so records come more than once,
 * and it is the effect that must know whether it has happened.
 */
public interface Gatherer {

  /** Names the consumer group: {@code <service>-<name>}. */
  String name();

  /**
   * The topics. Those of equal numbers of partitions are assigned alike: what has the same key
   * comes to the same memory.
   */
  List<String> topics();

  /** How many consumers, each with a memory of its own, this instance runs. */
  int threads();

  /** An empty memory; used by one thread only. */
  Gathering gathering();
}
