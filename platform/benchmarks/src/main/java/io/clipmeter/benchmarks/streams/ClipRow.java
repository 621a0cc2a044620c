package io.clipmeter.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clip as the store has it, under campaign and clip.
 *
 * @param accruedMicros earned so far
 * @param round of the reading that waits for its round to close; null for none
 * @param views that reading
 */
public record ClipRow(
    long baseline,
    long high,
    long accruedMicros,
    @Nullable UUID round,
    long views,
    String clipperId) {
  private static final UUID NO_ROUND = new UUID(0, 0);
  private static final int NUMBERS = 6 * Long.BYTES;

  /** As it is stored. */
  public static ClipRow of(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    long baseline = bytes.getLong();
    long high = bytes.getLong();
    long accrued = bytes.getLong();
    UUID round = new UUID(bytes.getLong(), bytes.getLong());
    long views = bytes.getLong();
    String clipper = new String(stored, NUMBERS, stored.length - NUMBERS, UTF_8);
    return new ClipRow(
        baseline, high, accrued, round.equals(NO_ROUND) ? null : round, views, clipper);
  }

  byte[] stored() {
    byte[] clipper = clipperId.getBytes(UTF_8);
    UUID waiting = round == null ? NO_ROUND : round;
    return ByteBuffer.allocate(NUMBERS + clipper.length)
        .putLong(baseline)
        .putLong(high)
        .putLong(accruedMicros)
        .putLong(waiting.getMostSignificantBits())
        .putLong(waiting.getLeastSignificantBits())
        .putLong(views)
        .put(clipper)
        .array();
  }

  ClipRow read(UUID inRound, long count) {
    return new ClipRow(baseline, high, accruedMicros, inRound, count, clipperId);
  }

  ClipRow unread() {
    return new ClipRow(baseline, high, accruedMicros, null, 0, clipperId);
  }

  ClipRow risen(long count) {
    return new ClipRow(baseline, Math.max(high, count), accruedMicros, round, views, clipperId);
  }

  ClipRow paid(long amount) {
    return new ClipRow(
        baseline, high, Math.addExact(accruedMicros, amount), round, views, clipperId);
  }
}
