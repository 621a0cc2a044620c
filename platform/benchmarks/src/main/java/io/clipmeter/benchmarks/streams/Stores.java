package io.clipmeter.benchmarks.streams;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What a task remembers. A reading takes one look and one write. */
final class Stores {
  static final String CAMPAIGNS = "campaigns";
  static final String CLIPS = "clips";
  static final String EARLY = "early";
  static final String CLOSINGS = "closings";

  private final KeyValueStore<byte[], byte[]> campaigns;
  private final KeyValueStore<byte[], byte[]> clips;

  /** Readings of a round while its clip's reading of an earlier round still waits. */
  private final KeyValueStore<byte[], byte[]> early;

  /** Rounds that closed, until they are settled. */
  private final KeyValueStore<byte[], byte[]> closings;

  /**
   * A round that closed.
   *
   * @param observed how many readings it has
   */
  record Closing(long number, UUID round, long observed) {}

  Stores(ProcessorContext<?, ?> context) {
    this.campaigns = context.getStateStore(CAMPAIGNS);
    this.clips = context.getStateStore(CLIPS);
    this.early = context.getStateStore(EARLY);
    this.closings = context.getStateStore(CLOSINGS);
  }

  void put(UUID campaign, CampaignRow row) {
    campaigns.put(Key.of(campaign), row.stored());
  }

  CampaignRow campaign(UUID campaign) {
    return CampaignRow.of(known(campaigns.get(Key.of(campaign)), campaign));
  }

  void put(UUID campaign, UUID clip, ClipRow row) {
    clips.put(Key.of(campaign, clip), row.stored());
  }

  /** Keeps a reading until its round closes; the first of a clip in a round holds. */
  void keep(UUID campaign, UUID clip, UUID round, long views) {
    byte[] key = Key.of(campaign, clip);
    ClipRow row = ClipRow.of(known(clips.get(key), clip));
    if (row.round() == null) {
      clips.put(key, row.read(round, views).stored());
    } else if (!row.round().equals(round)) {
      early.put(Key.of(campaign, round, clip), row.read(round, views).stored());
    }
  }

  /** All clips of the campaign, in the order of their ids. */
  Map<UUID, ClipRow> clips(UUID campaign) {
    return rows(clips, 1, campaign);
  }

  Map<UUID, ClipRow> early(UUID campaign, UUID round) {
    return rows(early, 2, campaign, round);
  }

  void forgetEarly(UUID campaign, UUID round, UUID clip) {
    early.delete(Key.of(campaign, round, clip));
  }

  private static Map<UUID, ClipRow> rows(
      KeyValueStore<byte[], byte[]> store, int place, UUID... prefix) {
    Map<UUID, ClipRow> rows = new LinkedHashMap<>();
    try (KeyValueIterator<byte[], byte[]> all =
        store.prefixScan(Key.of(prefix), new ByteArraySerializer())) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> row = all.next();
        rows.put(Key.at(place, row.key), ClipRow.of(row.value));
      }
    }
    return rows;
  }

  void put(UUID campaign, Closing closing) {
    byte[] value = Key.of(closing.round(), new UUID(0, closing.observed()));
    closings.put(Key.of(campaign, closing.number()), value);
  }

  void forget(UUID campaign, Closing closing) {
    closings.delete(Key.of(campaign, closing.number()));
  }

  /** The campaign's rounds that wait, the first before the others. */
  List<Closing> closings(UUID campaign) {
    List<Closing> found = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> all =
        closings.prefixScan(Key.of(campaign), new ByteArraySerializer())) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> row = all.next();
        long number = ByteBuffer.wrap(row.key).getLong(2 * Long.BYTES);
        long observed = Key.at(1, row.value).getLeastSignificantBits();
        found.add(new Closing(number, Key.at(0, row.value), observed));
      }
    }
    return found;
  }

  /** How many readings each campaign lacks at least until its next round can be settled. */
  Map<UUID, Long> waiting() {
    Map<UUID, Long> waiting = new TreeMap<>();
    try (KeyValueIterator<byte[], byte[]> all = closings.all()) {
      while (all.hasNext()) {
        waiting.put(Key.at(0, all.next().key), 0L);
      }
    }
    return waiting;
  }

  private static byte[] known(byte @Nullable [] found, UUID id) {
    if (found == null) {
      throw new IllegalStateException("nobody has told of " + id);
    }
    return found;
  }
}
