package io.clipmeter.payout.balance;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what clips earned and credits it to their clippers. */
@Component
class EarningsListener implements TopicListener<JournalEntry> {
  private final ClipperLedger ledger;
  private final Clock clock;

  EarningsListener(ClipperLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Topic.EARNINGS.topicName();
  }

  /** Only accruals move money; the final figure of a clip repeats what its accruals have said. */
  @Override
  public @Nullable JournalEntry read(Received received) {
    if (!received.type().equals(EventType.EARNINGS_ACCRUED.ceType())) {
      return null;
    }
    EarningsAccrued accrued = received.json(EarningsAccrued.class);
    if (accrued.amount().toMoney().isZero()) {
      return null;
    }
    return new JournalEntry(
        EntryKind.ACCRUAL, accrued.accrualId(), accrued.clipperId(), accrued.amount().toMoney());
  }

  @Override
  public void apply(List<JournalEntry> accruals) {
    ledger.credit(accruals, clock.instant());
  }

  /** The journal holds every accrual once by its own id, whatever the event's id is. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
