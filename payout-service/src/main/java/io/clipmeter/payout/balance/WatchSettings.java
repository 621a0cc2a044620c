package io.clipmeter.payout.balance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service watches itself.
 *
 * @param every pause between two looks at ledger, balances and requests, 1 second to 1 day; the
 *     ledger is looked at less often where a look takes more than a twentieth of that
 */
@ConfigurationProperties("clipmeter.payout.watch")
public record WatchSettings(@DefaultValue("30s") Duration every) {
  /**
   * @throws IllegalArgumentException where it is out of its range
   */
  public WatchSettings {
    if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("clipmeter.payout.watch.every must be 1s to 1d");
    }
  }
}
