package io.clipmeter.earnings.round;

import io.clipmeter.events.RoundClosed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A round in memory: what was read of it, and whether it has closed. Not thread-safe. */
public final class OpenRound {
  private static final int EMPTY_WEIGHT = 16;

  private final UUID id;
  private final UUID campaignId;
  private final RoundReadings readings;
  private @Nullable RoundClosed closed;

  /** A round of which nothing is here yet. */
  public OpenRound(UUID id, UUID campaignId) {
    this.id = id;
    this.campaignId = campaignId;
    this.readings = new RoundReadings(id, campaignId);
  }

  public UUID id() {
    return id;
  }

  public UUID campaignId() {
    return campaignId;
  }

  /**
   * Takes a reading; a clip has one in a round, and that is the first.
   *
   * @return whether it is new
   */
  public boolean add(Reading reading) {
    return readings.put(reading);
  }

  /** Takes note that it has closed. */
  public void close(RoundClosed news) {
    closed = news;
  }

  /** How it closed; null where that has not been heard. */
  public @Nullable RoundClosed closed() {
    return closed;
  }

  /** One for each clip that was read. */
  public RoundReadings readings() {
    return readings;
  }

  /** What it takes of memory, in readings of a large round: it takes something by itself. */
  public int weight() {
    return EMPTY_WEIGHT + readings.size();
  }

  /** Whether it has closed and each of its clips has its reading here. */
  public boolean whole() {
    return closed != null && closed.clips() == readings.size();
  }
}
