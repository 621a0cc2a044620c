package io.clipmeter.payout.earning;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.EarningsStated;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.JournalEntry;
import io.clipmeter.payout.reconciliation.Reconciliation;
import io.clipmeter.payout.reconciliation.Reconciliation.Fact;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hears what clips earned and what was corrected of it, posts it to their clippers, and compares it
 * with what it is stated to come to.
 */
@Component
class EarningsListener implements TopicListener<Heard> {
  private final ClipperLedger ledger;
  private final Maturities maturities;
  private final Reconciliation reconciliation;
  private final Clock clock;

  EarningsListener(
      ClipperLedger ledger, Maturities maturities, Reconciliation reconciliation, Clock clock) {
    this.ledger = ledger;
    this.maturities = maturities;
    this.reconciliation = reconciliation;
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
      case EARNINGS_STATED -> new Heard.Statement(received.json(EarningsStated.class));
      case null, default -> null;
    };
  }

  @Override
  public void apply(List<Heard> heard) {
    Instant now = clock.instant();
    List<Earning> fresh = post(of(Earning.class, heard), now);
    maturities.add(fresh.stream().filter(earning -> earning.payableAt() != null).toList());
    reconciliation.note(
        fresh.stream().map(earning -> new Fact(earning.entry(), earning.happened())).toList(),
        of(Heard.Statement.class, heard).stream().map(Heard.Statement::stated).toList(),
        now);
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
