package io.clipmeter.tracking.round;

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
 * @param parallelMax chunks at a time in this instance, over all rounds, 1 to 100
 * @param newFor how long a published campaign counts as new and goes before stale ones
 * @param waitMax longest that a caller may wait for rounds to close, up to 10 min; the gateway
 *     gives up after 60 s
 */
@ConfigurationProperties("clipmeter.tracking.round")
public record RoundSettings(
    @DefaultValue("5s") Duration tick,
    @DefaultValue("20") int claimsPerTick,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("100") int chunkMax,
    @DefaultValue("10") int parallelMax,
    @DefaultValue("24h") Duration newFor,
    @DefaultValue("50s") Duration waitMax) {
  public RoundSettings {
    within("tick (ms)", tick.toMillis(), 100, 600_000);
    within("claims-per-tick", claimsPerTick, 1, 1_000);
    within("lease (ms)", lease.toMillis(), 1_000, 3_600_000);
    within("chunk-max", chunkMax, 10, 1_000);
    within("parallel-max", parallelMax, 1, 100);
    within("new-for (ms)", newFor.toMillis(), 0, Duration.ofDays(365).toMillis());
    within("wait-max (ms)", waitMax.toMillis(), 0, 600_000);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.round: %s must be %d to %d, not %d"
              .formatted(name, least, most, value));
    }
  }
}
