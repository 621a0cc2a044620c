package io.clipmeter.tracking.campaign;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears from earnings what is left of budgets: where nothing is, a round would be for nothing. */
@Component
class BudgetListener implements TopicListener<BudgetSpent> {
  private final Campaigns campaigns;

  BudgetListener(Campaigns campaigns) {
    this.campaigns = campaigns;
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
    campaigns.spend(events);
  }

  /** The newest one stands for the campaign: a second delivery changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
