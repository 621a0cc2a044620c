package io.clipmeter.tracking.round;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are run.
 *
 * @param tick how often to look for campaigns that are due, 100 ms to 10 min
 * @param claimsPerTick rounds that one look may start, 1 to 1,000
 * @param lease after which a round whose reader fell silent is resumed by another, 1 s to 1 h
 * @param chunkMax clips read and written at once, 10 to 1,000
 * @param clipsMax clips in hand at a time in this instance, over all rounds, chunkMax to 100,000
 * @param roundsMax rounds that this instance takes up by itself at a time, 1 to 10,000
 * @param connectionsMax of the database, for all rounds of this instance, 1 to 50: the others are
 *     for leases, turns and requests
 * @param newFor how long a published campaign counts as new and goes before stale ones
 * @param waitMax longest that a caller may wait for rounds to close, up to 10 min; the gateway
 *     gives up after 60 s
 */
@ConfigurationProperties("clipmeter.tracking.round")
public record RoundSettings(
    @DefaultValue("5s") Duration tick,
    @DefaultValue("200") int claimsPerTick,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("100") int chunkMax,
    @DefaultValue("10000") int clipsMax,
    @DefaultValue("500") int roundsMax,
    @DefaultValue("3") int connectionsMax,
    @DefaultValue("24h") Duration newFor,
    @DefaultValue("50s") Duration waitMax) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.round");

  public RoundSettings {
    BOUNDS.check("tick (ms)", tick.toMillis(), 100, 600_000);
    BOUNDS.check("claims-per-tick", claimsPerTick, 1, 1_000);
    BOUNDS.check("lease (ms)", lease.toMillis(), 1_000, 3_600_000);
    BOUNDS.check("chunk-max", chunkMax, 10, 1_000);
    BOUNDS.check("clips-max", clipsMax, 10, 100_000);
    BOUNDS.check("rounds-max", roundsMax, 1, 10_000);
    BOUNDS.check("connections-max", connectionsMax, 1, 50);
    if (clipsMax < chunkMax) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.round: clips-max must be chunk-max (%d) or more, not %d"
              .formatted(chunkMax, clipsMax));
    }
    BOUNDS.check("new-for (ms)", newFor.toMillis(), 0, Duration.ofDays(365).toMillis());
    BOUNDS.check("wait-max (ms)", waitMax.toMillis(), 0, 600_000);
  }
}
