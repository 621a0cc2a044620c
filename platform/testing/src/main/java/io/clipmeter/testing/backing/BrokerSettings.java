package io.clipmeter.testing.backing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a broker of the tests is set up, the same embedded and in a container. */
public final class BrokerSettings {

  /** Partitions of a topic that nobody created on purpose. */
  public static final int PARTITIONS = 6;

  private BrokerSettings() {}

  /** The broker's configuration by key. One partition for Kafka's own topics: a quick start. */
  static Map<String, String> all() {
    return new TreeMap<>(
        Map.of(
            "num.partitions", String.valueOf(PARTITIONS),
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0"));
  }

  /** The environment variable by which the official image takes a key. */
  static String variable(String key) {
    return "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
