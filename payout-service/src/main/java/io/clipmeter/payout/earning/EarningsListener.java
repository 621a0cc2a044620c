package io.clipmeter.payout.earning;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what clips earned and what was corrected of it, and posts it to their clippers. */
@Component
class EarningsListener implements TopicListener<Earning> {
  private final ClipperLedger ledger;
  private final Maturities maturities;
  private final Clock clock;

  EarningsListener(ClipperLedger ledger, Maturities maturities, Clock clock) {
    this.ledger = ledger;
    this.maturities = maturities;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Topic.EARNINGS.topicName();
  }

  /** The final figure of a clip moves nothing: it repeats what its accruals have said. */
  @Override
  public @Nullable Earning read(Received received) {
    return switch (EventType.of(received.type()).orElse(null)) {
      case EARNINGS_ACCRUED -> Earning.of(received.json(EarningsAccrued.class));
      case EARNINGS_ADJUSTED -> Earning.of(received.json(EarningsAdjusted.class));
      case EARNINGS_HELD -> Earning.of(received.json(EarningsHeld.class));
      case EARNINGS_RELEASED -> Earning.of(received.json(EarningsReleased.class));
      case null, default -> null;
    };
  }

  @Override
  public void apply(List<Earning> earnings) {
    List<JournalEntry> told = earnings.stream().map(Earning::entry).toList();
    Set<JournalEntry> fresh = new HashSet<>(ledger.post(told, clock.instant()));
    maturities.add(
        earnings.stream()
            .filter(earning -> earning.payableAt() != null && fresh.contains(earning.entry()))
            .toList());
  }

  /** The journal holds each of them once by its own id, whatever the event's id is. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
