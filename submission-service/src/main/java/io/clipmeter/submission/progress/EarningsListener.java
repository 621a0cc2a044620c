package io.clipmeter.submission.progress;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what clips earned. */
@Component
class EarningsListener implements TopicListener<ClipEarnings> {
  private final ClipEarningsNotes notes;

  EarningsListener(ClipEarningsNotes notes) {
    this.notes = notes;
  }

  @Override
  public String topic() {
    return Topic.EARNINGS.topicName();
  }

  @Override
  public @Nullable ClipEarnings read(Received received) {
    if (received.type().equals(EventType.EARNINGS_ACCRUED.ceType())) {
      return ClipEarnings.of(received.json(EarningsAccrued.class));
    }
    return received.type().equals(EventType.EARNINGS_FINALIZED.ceType())
        ? ClipEarnings.of(received.json(EarningsFinalized.class))
        : null;
  }

  @Override
  public void apply(List<ClipEarnings> earnings) {
    notes.add(earnings);
  }

  /** Each event carries the clip's total, and totals only rise: repeating one changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
