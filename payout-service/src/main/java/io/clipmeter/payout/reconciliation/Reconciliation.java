package io.clipmeter.payout.reconciliation;

import io.clipmeter.events.EarningsStated;
import io.clipmeter.payout.balance.JournalEntry;
import io.clipmeter.payout.reconciliation.EarningMinutes.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps what was posted beside what is stated, inside the transaction that posts it.
 *
 * <p>What the earnings service states of a minute is written behind every fact of that minute, on
 * the partition that all facts of that clipper are on: who reads the statement has read the facts.
 * So a difference then is none that waiting would mend, and neither is a fact that comes later.
 */
@Component
public class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

  /**
   * What was posted for the first time.
   *
   * @param happened when the earnings service says that it happened
   */
  public record Fact(JournalEntry entry, Instant happened) {}

  private final EarningMinutes minutes;
  private final Discrepancies discrepancies;

  Reconciliation(EarningMinutes minutes, Discrepancies discrepancies) {
    this.minutes = minutes;
    this.discrepancies = discrepancies;
  }

  /** Takes note of what was posted and what is stated, and of where they differ. */
  public void note(List<Fact> posted, List<EarningsStated> stated, Instant now) {
    List<Place> changed = new ArrayList<>();
    changed.addAll(
        minutes.posted(
            posted.stream().map(fact -> Figures.of(fact.entry(), fact.happened())).toList(), now));
    changed.addAll(minutes.stated(stated.stream().map(Figures::of).toList()));
    if (!changed.isEmpty()) {
      report(discrepancies.compare(changed.stream().distinct().toList(), now));
    }
  }

  private static void report(int found) {
    if (found > 0) {
      LOG.error("{} minutes of earnings are posted here otherwise than they are stated", found);
    }
  }
}
