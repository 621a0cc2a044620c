package io.clipmeter.earnings.settlement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are settled.
 *
 * @param heldRoundsMax how many rounds in a row may wait for clips that could not be read when the
 *     round would exhaust the budget; 0 to 100, each is one tracking interval
 */
@ConfigurationProperties("clipmeter.earnings.settlement")
record SettlementSettings(@DefaultValue("3") int heldRoundsMax) {
  SettlementSettings {
    if (heldRoundsMax < 0 || heldRoundsMax > 100) {
      throw new IllegalArgumentException(
          "clipmeter.earnings.settlement.held-rounds-max must be 0 to 100");
    }
  }
}
