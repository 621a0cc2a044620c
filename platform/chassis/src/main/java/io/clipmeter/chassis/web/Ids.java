package io.clipmeter.chassis.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes version 7 UUIDs (RFC 9562): they sort by the millisecond they were made in, so a list
 * ordered by id is ordered by age.
 */
public final class Ids {
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** A new id, unique without coordination. */
  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
