package io.clipmeter.earnings.reconciliation;

import io.clipmeter.earnings.ledger.OpenTransactions;
import io.clipmeter.earnings.reconciliation.Finding.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the books: counts what is new in the journal, and compares the sums with the campaigns. It
 * costs what has come since the last time and a look at each campaign, however long the journal is.
 */
@Component
class BooksRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BooksRunner.class);

  /** What a check finds out anew each time; the others are told by rows, once, or by a recount. */
  private static final Set<Rule> CHECKED =
      EnumSet.of(Rule.CURRENCY_SUM, Rule.BUDGET_ACCOUNT, Rule.SPENT, Rule.CLIPS, Rule.OVER_BUDGET);

  private final Books books;
  private final Findings findings;
  private final OpenTransactions open;
  private final Clock clock;

  BooksRunner(Books books, Findings findings, OpenTransactions open, Clock clock) {
    this.books = books;
    this.findings = findings;
    this.open = open;
    this.clock = clock;
  }

  /** Checks once; nothing where another instance is at it. */
  @Transactional
  void check() {
    books.take().ifPresent(position -> check(position, clock.instant()));
  }

  private void check(Books.Position position, Instant now) {
    if (open.oldest().isAfter(position.notedAt())) {
      books.count(position, now);
    }
    List<UUID> stood = findings.standing(CHECKED);
    List<Finding> found = books.compare();
    if (!found.isEmpty()) {
      LOG.error("the books do not agree in {} places, such as {}", found.size(), found.getFirst());
    }
    findings.replace(stood, found, now);
    books.note(now);
  }
}
