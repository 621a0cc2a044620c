package io.clipmeter.benchmarks.streams;

import io.clipmeter.events.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Four topics in, one out; each partition's task has its campaigns to itself. */
public final class EarningsTopology {
  /** The topics have the usual names behind this. */
  public static final String PREFIX = "streams.";

  /** What it hears. */
  public static final List<String> HEARD =
      Stream.of(Topic.CAMPAIGNS, Topic.SUBMISSIONS, Topic.TRACKING_ROUNDS, Topic.VIEW_UPDATES)
          .map(topic -> PREFIX + topic.topicName())
          .toList();

  /** What it tells. */
  public static final String TOLD = PREFIX + Topic.EARNINGS.topicName();

  private static final String SOURCE = "heard";
  private static final String PROCESSOR = "rounds";

  private EarningsTopology() {}

  /** With the default stores: RocksDB, and a changelog of each. */
  public static Topology make() {
    Topology topology = new Topology();
    topology.addSource(
        SOURCE,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        HEARD.toArray(String[]::new));
    topology.addProcessor(PROCESSOR, RoundProcessor::new, SOURCE);
    Stream.of(Stores.CAMPAIGNS, Stores.CLIPS, Stores.EARLY, Stores.CLOSINGS)
        .forEach(name -> topology.addStateStore(store(name), PROCESSOR));
    topology.addSink("told", TOLD, new ByteArraySerializer(), new ByteArraySerializer(), PROCESSOR);
    return topology;
  }

  private static StoreBuilder<KeyValueStore<byte[], byte[]>> store(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
        Serdes.ByteArray(),
        Serdes.ByteArray());
  }
}
