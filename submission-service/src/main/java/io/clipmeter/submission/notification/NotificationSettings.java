package io.clipmeter.submission.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long notifications are kept.
 *
 * @param kept counted from what they tell of, 1 day to 10 years
 */
@ConfigurationProperties("clipmeter.submission.notifications")
record NotificationSettings(@DefaultValue("90d") Duration kept) {
  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  NotificationSettings {
    if (kept.compareTo(Duration.ofDays(1)) < 0 || kept.compareTo(Duration.ofDays(3650)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.submission.notifications.kept must be 1d to 3650d, not " + kept);
    }
  }
}
