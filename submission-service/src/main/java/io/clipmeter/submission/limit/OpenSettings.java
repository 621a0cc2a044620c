package io.clipmeter.submission.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a clipper may have waiting: each submission is read until somebody decides on it, and
 * readings cost money.
 *
 * @param openMax pending submissions of one clipper, 1 to 100,000
 */
@ConfigurationProperties("clipmeter.submission")
public record OpenSettings(@DefaultValue("200") int openMax) {
  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public OpenSettings {
    if (openMax < 1 || openMax > 100_000) {
      throw new IllegalArgumentException(
          "clipmeter.submission.open-max must be 1 to 100000, not " + openMax);
    }
  }
}
