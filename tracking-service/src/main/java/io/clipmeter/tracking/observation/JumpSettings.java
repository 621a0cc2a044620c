package io.clipmeter.tracking.observation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on a count is read again before it is believed: where both are exceeded.
 *
 * @param viewsPerDay growth since the last good reading, for each begun day; 1 to 10^9
 * @param factor times the last good reading, 2 to 1,000,000
 * @param confirmAfter least time between such a count and the one that confirms it, whatever rounds
 *     there are in between; 0 to 24 h
 */
@ConfigurationProperties("clipmeter.tracking.jump")
public record JumpSettings(
    @DefaultValue("2000000") long viewsPerDay,
    @DefaultValue("100") int factor,
    @DefaultValue("15m") Duration confirmAfter) {

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public JumpSettings {
    if (viewsPerDay < 1 || viewsPerDay > 1_000_000_000L) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.jump.views-per-day must be 1 to 1000000000, not " + viewsPerDay);
    }
    if (factor < 2 || factor > 1_000_000) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.jump.factor must be 2 to 1000000, not " + factor);
    }
    if (confirmAfter.isNegative() || confirmAfter.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.jump.confirm-after must be 0 to 24 h, not " + confirmAfter);
    }
  }
}
