package io.clipmeter.chassis.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record on its way to Kafka; header values as ISO 8859-1, so that any bytes survive. */
@SuppressWarnings("ArrayRecordComponent") // never compared: bytes in, bytes out
record OutboxRow(
    String topic,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Map<String, String> headers,
    Instant createdAt) {
  static final int SHARDS = 16;

  /** The same key always gives the same shard: that keeps its order. */
  int shard() {
    return key == null ? 0 : Math.floorMod(Arrays.hashCode(key), SHARDS);
  }

  long size() {
    long headerBytes =
        headers.entrySet().stream()
            .mapToLong(e -> e.getKey().length() + e.getValue().length())
            .sum();
    return headerBytes + (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
  }
}
