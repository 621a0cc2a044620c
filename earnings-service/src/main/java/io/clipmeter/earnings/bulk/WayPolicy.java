package io.clipmeter.earnings.bulk;

import io.clipmeter.events.RoundClosed;
import org.jspecify.annotations.Nullable;

/** Which way a round is settled. Pure. */
final class WayPolicy {
  private WayPolicy() {}

  /** How to go on with a round. */
  enum Way {
    /** With others, by one statement. */
    BULK,

    /** By itself, from the tables. */
    PLAIN,

    /** Not at all: it is settled. */
    DONE
  }

  static Way of(RoundClosed round, Standing standing) {
    String status = standing.status();
    if (status != null && (status.equals("SETTLED") || status.equals("AFTER_COMPLETION"))) {
      return Way.DONE;
    }
    boolean fresh = status == null && !standing.kept() && !standing.waiting();
    Standing.Pay pay = standing.pay();
    boolean payable = pay != null && pay.leftMicros() > 0 && !standing.over();
    return fresh && payable && round.clips() > 0 && known(round, standing.version())
        ? Way.BULK
        : Way.PLAIN;
  }

  private static boolean known(RoundClosed round, @Nullable Long version) {
    Long wanted = round.campaignVersion();
    return version != null && (wanted == null || version >= wanted);
  }
}
