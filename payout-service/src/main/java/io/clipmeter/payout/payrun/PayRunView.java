package io.clipmeter.payout.payrun;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;

/**
 * A pay run as admins see it.
 *
 * @param open how many of its payouts are not known to be paid or failed
 */
record PayRunView(
    UUID id, int payouts, Amount total, long open, String createdBy, Instant createdAt) {

  static PayRunView of(PayRun run) {
    return new PayRunView(
        run.id(),
        run.payouts(),
        Amount.of(run.total()),
        run.open(),
        run.createdBy(),
        run.createdAt());
  }
}
