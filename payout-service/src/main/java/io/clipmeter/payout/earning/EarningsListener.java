package io.clipmeter.payout.earning;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.EarningsStated;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import io.clipmeter.payout.reconciliation.Reconciliation;
import io.clipmeter.payout.reconciliation.Reconciliation.Fact;
import io.clipmeter.payout.stop.Stops;
import io.clipmeter.payout.stop.Stops.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears what clips earned and what was corrected of it, posts it to their clippers, and compares it
 * with what it is stated to come to. What the earnings service questions is stopped.
 */
@Component
class EarningsListener implements TopicListener<Heard> {
  private static final Logger LOG = LoggerFactory.getLogger(EarningsListener.class);

  private final ClipperLedger ledger;
  private final Maturities maturities;
  private final Coverages coverages;
  private final Reconciliation reconciliation;
  private final Stops stops;
  private final Clock clock;

  EarningsListener(
      ClipperLedger ledger,
      Maturities maturities,
      Coverages coverages,
      Reconciliation reconciliation,
      Stops stops,
      Clock clock) {
    this.ledger = ledger;
    this.maturities = maturities;
    this.coverages = coverages;
    this.reconciliation = reconciliation;
    this.stops = stops;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Topic.EARNINGS.topicName();
  }

  /** The final figure of a clip moves nothing: it repeats what its accruals have said. */
  @Override
  public @Nullable Heard read(Received received) {
    return switch (EventType.of(received.type()).orElse(null)) {
      case EARNINGS_ACCRUED -> Earning.of(received.json(EarningsAccrued.class));
      case EARNINGS_ADJUSTED -> Earning.of(received.json(EarningsAdjusted.class));
      case EARNINGS_HELD -> Earning.of(received.json(EarningsHeld.class));
      case EARNINGS_RELEASED -> Earning.of(received.json(EarningsReleased.class));
      case EARNINGS_QUESTIONED -> new Heard.Question(received.json(EarningsQuestioned.class));
      case EARNINGS_STATED -> new Heard.Statement(received.json(EarningsStated.class));
      case null, default -> null;
    };
  }

  @Override
  public void apply(List<Heard> heard) {
    Instant now = clock.instant();
    int stopped =
        stops.foundInEarnings(
            of(Heard.Question.class, heard).stream().map(EarningsListener::finding).toList(), now);
    if (stopped > 0) {
      LOG.error("the earnings service has questioned its books: {} stops of payouts", stopped);
    }
    List<Earning> fresh = post(of(Earning.class, heard), now);
    cover(fresh, now);
    reconciliation.note(
        fresh.stream().map(earning -> new Fact(earning.entry(), earning.happened())).toList(),
        of(Heard.Statement.class, heard).stream().map(Heard.Statement::stated).toList(),
        now);
  }

  /**
   * What is corrected of clips uses up first what of them is not payable yet: of what had been
   * accrued before it, whether that came in this poll or in an earlier one.
   */
  private void cover(List<Earning> fresh, Instant now) {
    List<Earning> pending = fresh.stream().filter(fact -> fact.payableAt() != null).toList();
    Set<UUID> corrected =
        fresh.stream()
            .filter(Coverage::corrects)
            .map(Earning::clipId)
            .collect(Collectors.toCollection(TreeSet::new));
    if (corrected.isEmpty()) {
      maturities.add(pending);
      return;
    }
    Coverage coverage = coverages.of(corrected, over(fresh));
    fresh.stream().filter(fact -> corrected.contains(fact.clipId())).forEach(coverage::hear);
    maturities.add(pending);
    coverages.keep(coverage);
    if (!coverage.entries().isEmpty()) {
      ledger.post(coverage.entries(), now);
    }
  }

  /** Holds among these whose end was posted before: not those that end among these. */
  private Set<UUID> over(List<Earning> fresh) {
    Set<UUID> holds = references(fresh, EntryKind.HOLD);
    holds.removeAll(references(fresh, EntryKind.UNHOLD));
    return holds.isEmpty() ? holds : ledger.posted(EntryKind.UNHOLD, holds);
  }

  private static Set<UUID> references(List<Earning> facts, EntryKind kind) {
    return facts.stream()
        .map(Earning::entry)
        .filter(entry -> entry.kind() == kind)
        .map(JournalEntry::reference)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Finding finding(Heard.Question question) {
    EarningsQuestioned told = question.questioned();
    String reason =
        "The books of earnings break the rule "
            + told.finding()
            + (told.campaignId() == null ? "" : " in campaign " + told.campaignId());
    return new Finding(told.clipperId(), told.currency(), reason, told.findingId());
  }

  /** Those that were not posted before, each once. */
  private List<Earning> post(List<Earning> told, Instant now) {
    if (told.isEmpty()) {
      return List.of();
    }
    Set<JournalEntry> fresh =
        new HashSet<>(ledger.post(told.stream().map(Earning::entry).toList(), now));
    return told.stream().filter(earning -> fresh.remove(earning.entry())).toList();
  }

  private static <T extends Heard> List<T> of(Class<T> kind, List<Heard> heard) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The journal holds each of them once by its own id, whatever the event's id is. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
