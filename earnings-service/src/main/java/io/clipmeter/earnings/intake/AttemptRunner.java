package io.clipmeter.earnings.intake;

import io.clipmeter.earnings.settlement.SettlementRunner;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to settle what waited for news, inside the transaction that takes the news in and behind a
 * savepoint: a campaign that cannot be settled may cost neither its own news nor another's. What
 * fails here is looked for again by the sweep.
 */
@Component
class AttemptRunner {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptRunner.class);

  private final SettlementRunner settlement;
  private final Constraints constraints;
  private final TransactionTemplate savepoint;

  AttemptRunner(
      SettlementRunner settlement,
      Constraints constraints,
      PlatformTransactionManager transactions) {
    this.settlement = settlement;
    this.constraints = constraints;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Settles what can be settled of these campaigns, whose lanes are held. */
  void settleReady(Collection<UUID> campaigns) {
    if (!settled(campaigns) && campaigns.size() > 1) {
      campaigns.forEach(campaign -> settled(List.of(campaign)));
    }
  }

  /** Keeps what a campaign has held as history: it was completed just now. */
  void keepHeld(UUID campaign) {
    attempt(List.of(campaign), () -> settlement.keepHeld(campaign));
  }

  private boolean settled(Collection<UUID> campaigns) {
    return attempt(campaigns, () -> settlement.settleReady(campaigns));
  }

  /** All of it or nothing; false where it failed. */
  private boolean attempt(Collection<UUID> campaigns, Runnable deed) {
    try {
      savepoint.executeWithoutResult(
          status -> {
            deed.run();
            // What is only asked at the commit would take the news back with it.
            constraints.ask();
          });
      return true;
    } catch (RuntimeException failure) {
      LOG.error("of campaigns {} something cannot be settled and waits", campaigns, failure);
      return false;
    }
  }
}
