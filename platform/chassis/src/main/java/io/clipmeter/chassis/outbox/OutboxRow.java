package io.clipmeter.chassis.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to Kafka, or an entry of a journal of the service that stands for several;
 * header values as ISO 8859-1, so that any bytes survive.
 *
 * @param order what is sent in the order in which it was written has the same
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: bytes in, bytes out
record OutboxRow(
    String topic,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Map<String, String> headers,
    Instant createdAt,
    byte @Nullable [] order,
    @Nullable Entry entry) {
  static final int SHARDS = 16;

  /**
   * An entry of a journal.
   *
   * @param journal its name
   * @param events how many events it makes
   */
  record Entry(String journal, long id, int events) {}

  /** A record in the order of its key. */
  OutboxRow(
      String topic,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Map<String, String> headers,
      Instant createdAt) {
    this(topic, key, value, headers, createdAt, key, null);
  }

  /** The same order always gives the same shard, and a shard is sent in sequence. */
  int shard() {
    return order == null ? 0 : Math.floorMod(Arrays.hashCode(order), SHARDS);
  }

  /** How many events leave with it. */
  int events() {
    return entry == null ? 1 : entry.events();
  }

  long size() {
    long size = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      size += header.getKey().length() + header.getValue().length();
    }
    return size;
  }
}
