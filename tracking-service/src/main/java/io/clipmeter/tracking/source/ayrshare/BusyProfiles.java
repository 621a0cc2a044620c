package io.clipmeter.tracking.source.ayrshare;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each profile was answered 429 today: 1,000 times, and Ayrshare suspends it, so it is
 * left alone long before.
 */
final class BusyProfiles {
  private final Map<UUID, Today> counts = new ConcurrentHashMap<>();
  private final int max;
  private final Clock clock;

  BusyProfiles(int max, Clock clock) {
    this.max = max;
    this.clock = clock;
  }

  private record Today(LocalDate day, int answers) {}

  void add(UUID profile) {
    counts.merge(
        profile,
        new Today(today(), 1),
        (before, one) ->
            before.day().equals(one.day()) ? new Today(one.day(), before.answers() + 1) : one);
  }

  boolean enough(UUID profile) {
    Today today = counts.get(profile);
    return today != null && today.day().equals(today()) && today.answers() >= max;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
