package io.clipmeter.earnings.reconciliation;

import io.clipmeter.earnings.ledger.OpenTransactions;
import io.clipmeter.earnings.reconciliation.Finding.Rule;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the whole journal now and then: finds a row below the running sums, or a clip, that was
 * changed by hand, past the triggers. One instance at a time.
 */
@Component
class RecountRunner {
  private static final Logger LOG = LoggerFactory.getLogger(RecountRunner.class);

  /** What a recount finds out anew; entries are found by checks, too, once and meanwhile. */
  private static final Set<Rule> COUNTED = EnumSet.of(Rule.ENTRY_SUM, Rule.RECOUNT);

  private final Recount recount;
  private final Findings findings;
  private final OpenTransactions open;
  private final TransactionTemplate transaction;
  private final ReconciliationSettings settings;
  private final Clock clock;

  RecountRunner(
      Recount recount,
      Findings findings,
      OpenTransactions open,
      TransactionTemplate transaction,
      ReconciliationSettings settings,
      Clock clock) {
    this.recount = recount;
    this.findings = findings;
    this.open = open;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /** Counts where it is due. */
  void recount() {
    if (recount.begin(clock.instant(), settings.recountEvery())) {
      transaction.executeWithoutResult(status -> count());
    }
  }

  private void count() {
    open.leaveOut();
    List<UUID> stood = findings.standing(COUNTED);
    List<Finding> found = recount.count();
    if (!found.isEmpty()) {
      LOG.error(
          "the journal does not add up in {} places, such as {}", found.size(), found.getFirst());
    }
    findings.replace(stood, found, clock.instant());
    recount.end(clock.instant());
  }
}
