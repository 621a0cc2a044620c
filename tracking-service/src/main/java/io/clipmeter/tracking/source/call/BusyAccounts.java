package io.clipmeter.tracking.source.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The accounts that their provider asked to be left alone, each until its time; in memory. */
final class BusyAccounts {
  private final Map<UUID, Instant> untils = new ConcurrentHashMap<>();
  private final Clock clock;

  BusyAccounts(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws ProviderFault BUSY while the account is to be left alone
   */
  void check(UUID account) {
    Instant until = untils.get(account);
    if (until == null) {
      return;
    }
    if (until.isAfter(clock.instant())) {
      throw new ProviderFault(
          ProviderFault.Kind.BUSY, "not called: the account is to be left alone");
    }
    untils.remove(account, until);
  }

  /** Makes a call in an account's name, and notes what it is told of the account. */
  <T> T watch(UUID account, Supplier<T> call) {
    try {
      return call.get();
    } catch (ProviderFault fault) {
      Duration after = fault.retryAfter();
      if (after != null && fault.ofOneAccount()) {
        boolean tooLong = after.compareTo(Allowance.PAUSE_MAX) > 0;
        untils.put(account, clock.instant().plus(tooLong ? Allowance.PAUSE_MAX : after));
      }
      throw fault;
    }
  }
}
