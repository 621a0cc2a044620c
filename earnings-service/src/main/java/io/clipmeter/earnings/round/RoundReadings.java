package io.clipmeter.earnings.round;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one round in memory, in the order in which they came, one of each clip. They lie
 * in columns, 40 to 80 bytes each: as objects they took some 250, and the collector of garbage
 * followed all of them each time. Not thread-safe.
 */
public final class RoundReadings extends AbstractList<Reading> {
  private static final int FIRST = 4;
  private static final ReadingOutcome[] OUTCOMES = ReadingOutcome.values();
  private static final Source[] SOURCES = Source.values();
  private static final long NONE = -1;

  private final UUID roundId;
  private final UUID campaignId;
  private long[] highs = new long[FIRST];
  private long[] lows = new long[FIRST];
  private long[] views = new long[FIRST];
  private long[] times = new long[FIRST];
  private byte[] outcomes = new byte[FIRST];
  private byte[] sources = new byte[FIRST];

  /** Where the reading of each clip is, from 1; twice as many slots as there is room. */
  private int[] slots = new int[2 * FIRST];

  private int count;

  RoundReadings(UUID roundId, UUID campaignId) {
    this.roundId = roundId;
    this.campaignId = campaignId;
  }

  /** Takes a reading, and returns true, unless there is one of its clip. */
  boolean put(Reading reading) {
    UUID clip = reading.clipId();
    long time = micros(reading.observedAt());
    int slot = slot(clip.getMostSignificantBits(), clip.getLeastSignificantBits());
    if (slots[slot] != 0) {
      return false;
    }
    Long seen = reading.views();
    highs[count] = clip.getMostSignificantBits();
    lows[count] = clip.getLeastSignificantBits();
    views[count] = seen == null ? NONE : seen;
    times[count] = time;
    outcomes[count] = (byte) reading.outcome().ordinal();
    sources[count] = (byte) reading.source().ordinal();
    slots[slot] = ++count;
    if (count == highs.length) {
      grow();
    }
    return true;
  }

  /** The slot that has this clip, or the empty one where it belongs. */
  private int slot(long high, long low) {
    int mask = slots.length - 1;
    long mixed = (high ^ low) * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != 0 && (highs[slots[slot] - 1] != high || lows[slots[slot] - 1] != low)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int room = 2 * count;
    highs = Arrays.copyOf(highs, room);
    lows = Arrays.copyOf(lows, room);
    views = Arrays.copyOf(views, room);
    times = Arrays.copyOf(times, room);
    outcomes = Arrays.copyOf(outcomes, room);
    sources = Arrays.copyOf(sources, room);
    slots = new int[2 * room];
    for (int place = 0; place < count; place++) {
      slots[slot(highs[place], lows[place])] = place + 1;
    }
  }

  /** Microseconds since 1970: what the tables keep of an instant. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public Reading get(int place) {
    return new Reading(
        roundId,
        clip(place),
        campaignId,
        OUTCOMES[outcomes[place]],
        viewsOrNull(place),
        Instant.EPOCH.plus(time(place), ChronoUnit.MICROS),
        source(place));
  }

  private @Nullable Long viewsOrNull(int place) {
    return views(place) == NONE ? null : (Long) views(place);
  }

  /** The clip that was read. */
  public UUID clip(int place) {
    return new UUID(high(place), low(place));
  }

  /** The first half of the clip's id. */
  public long high(int place) {
    return highs[checked(place)];
  }

  /** The second half of the clip's id. */
  public long low(int place) {
    return lows[checked(place)];
  }

  /** Its views; -1 where the reading gave no number. */
  public long views(int place) {
    return views[checked(place)];
  }

  /** When it was read, in microseconds since 1970. */
  public long time(int place) {
    return times[checked(place)];
  }

  /** Whether the platform says that it is gone. */
  public boolean gone(int place) {
    return outcomes[checked(place)] == ReadingOutcome.GONE.ordinal();
  }

  /** Who read it. */
  public Source source(int place) {
    return SOURCES[sources[checked(place)]];
  }

  private int checked(int place) {
    return Objects.checkIndex(place, count);
  }
}
