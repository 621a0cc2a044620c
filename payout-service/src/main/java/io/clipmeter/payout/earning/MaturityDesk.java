package io.clipmeter.payout.earning;

import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes payable what has waited long enough: taken out and posted in one transaction. */
@Component
class MaturityDesk {
  private final Maturities maturities;
  private final ClipperLedger ledger;

  MaturityDesk(Maturities maturities, ClipperLedger ledger) {
    this.maturities = maturities;
    this.ledger = ledger;
  }

  /**
   * How many accruals became payable, at most so many.
   *
   * @param clipperId whose; null for all
   */
  @Transactional
  int mature(@Nullable String clipperId, Instant now, int max) {
    List<JournalEntry> due = maturities.take(clipperId, now, max);
    if (!due.isEmpty()) {
      ledger.post(due, now);
    }
    return due.size();
  }
}
