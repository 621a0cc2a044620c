package io.clipmeter.submission.progress;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.submission.campaign.CampaignDesk;
import io.clipmeter.submission.notification.Notifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which campaigns are over. */
@Component
class CompletionListener implements TopicListener<CampaignCompleted> {
  private final CampaignDesk desk;
  private final Notifier notifier;

  CompletionListener(CampaignDesk desk, Notifier notifier) {
    this.desk = desk;
    this.notifier = notifier;
  }

  @Override
  public String topic() {
    return Topic.CAMPAIGN_COMPLETIONS.topicName();
  }

  @Override
  public @Nullable CampaignCompleted read(Received received) {
    return received.type().equals(EventType.CAMPAIGN_COMPLETED.ceType())
        ? received.json(CampaignCompleted.class)
        : null;
  }

  @Override
  public void apply(List<CampaignCompleted> events) {
    events.forEach(
        over ->
            desk.complete(
                over.campaignId(), end(over.reason()), over.spent().toMoney(), over.completedAt()));
    events.forEach(notifier::tellThoseWhoWait);
  }

  /**
   * A campaign that is over stays so, and each is told once: repeating the event changes nothing.
   */
  @Override
  public boolean deduplicate() {
    return false;
  }

  private static CampaignStatus end(CompletionReason reason) {
    return switch (reason) {
      case BUDGET_SPENT -> CampaignStatus.COMPLETED;
      case ENDED_BY_TIME, ENDED_BY_ADMIN -> CampaignStatus.ENDED;
    };
  }
}
