package io.clipmeter.earnings.settlement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are settled.
 *
 * @param heldRoundsMax how many rounds in a row may wait for clips that could not be read when the
 *     round would exhaust the budget; 0 to 100, each is one tracking interval
 * @param largeFrom rounds of more clips are settled in parts, 1 to 1,000,000; a smaller one takes
 *     about 1 kB of memory for each clip
 */
@ConfigurationProperties("clipmeter.earnings.settlement")
public record SettlementSettings(
    @DefaultValue("3") int heldRoundsMax, @DefaultValue("20000") int largeFrom) {
  /** Refuses what is out of range. */
  public SettlementSettings {
    if (heldRoundsMax < 0 || heldRoundsMax > 100) {
      throw new IllegalArgumentException(
          "clipmeter.earnings.settlement.held-rounds-max must be 0 to 100");
    }
    if (largeFrom < 1 || largeFrom > 1_000_000) {
      throw new IllegalArgumentException(
          "clipmeter.earnings.settlement.large-from must be 1 to 1000000");
    }
  }
}
