package io.clipmeter.gateway.route;

import java.util.Locale;

/** A service behind the gateway. */
public enum Backend {
  SUBMISSION,
  TRACKING,
  EARNINGS,
  PAYOUT,
  ANALYTICS;

  /** Its name in paths, problems and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
