package io.clipmeter.submission.progress;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.submission.notification.Notifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what is spent of campaigns' budgets. */
@Component
class BudgetListener implements TopicListener<BudgetSpent> {
  private final BudgetNotes notes;
  private final BudgetAlerts alerts;
  private final Notifier notifier;

  BudgetListener(BudgetNotes notes, BudgetAlerts alerts, Notifier notifier) {
    this.notes = notes;
    this.alerts = alerts;
    this.notifier = notifier;
  }

  @Override
  public String topic() {
    return Topic.BUDGETS.topicName();
  }

  @Override
  public @Nullable BudgetSpent read(Received received) {
    return received.type().equals(EventType.BUDGET_SPENT.ceType())
        ? received.json(BudgetSpent.class)
        : null;
  }

  @Override
  public void apply(List<BudgetSpent> events) {
    notes.add(events);
    notifier.tell(List.copyOf(alerts.take(events)));
  }

  /**
   * Each event carries the whole sum, it only rises, and each threshold of a budget is told once:
   * repeating one changes nothing.
   */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
