package io.clipmeter.earnings.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the books are checked.
 *
 * @param every pause between two checks, 1 second to 1 hour
 * @param recountEvery pause between two counts of the whole journal, 1 minute to 30 days
 * @param endingWithin how long a campaign that is to end may take for it, 1 minute to 30 days
 */
@ConfigurationProperties("clipmeter.earnings.reconciliation")
record ReconciliationSettings(
    @DefaultValue("1m") Duration every,
    @DefaultValue("24h") Duration recountEvery,
    @DefaultValue("1h") Duration endingWithin) {

  /**
   * @throws IllegalArgumentException where one is out of its range
   */
  ReconciliationSettings {
    demand("every", every, Duration.ofSeconds(1), Duration.ofHours(1));
    demand("recount-every", recountEvery, Duration.ofMinutes(1), Duration.ofDays(30));
    demand("ending-within", endingWithin, Duration.ofMinutes(1), Duration.ofDays(30));
  }

  private static void demand(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.earnings.reconciliation." + name + " must be " + least + " to " + most);
    }
  }
}
