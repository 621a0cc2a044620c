package io.clipmeter.payout.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a minute of earnings is missed that nobody states.
 *
 * @param every pause between two looks, 1 second to 1 day
 * @param patience how much later the minutes are that are stated already, 1 minute to 1 day
 */
@ConfigurationProperties("clipmeter.payout.reconciliation")
record ReconciliationSettings(
    @DefaultValue("1m") Duration every, @DefaultValue("1h") Duration patience) {

  /**
   * @throws IllegalArgumentException where one is out of its range
   */
  ReconciliationSettings {
    demand("every", every, Duration.ofSeconds(1));
    demand("patience", patience, Duration.ofMinutes(1));
  }

  private static void demand(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.payout.reconciliation." + name + " must be " + least + " to 1 day");
    }
  }
}
