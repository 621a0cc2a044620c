package io.clipmeter.tracking.campaign;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears from earnings that a campaign is over: no further round starts. */
@Component
class CompletionListener implements TopicListener<CampaignCompleted> {
  private final Campaigns campaigns;

  CompletionListener(Campaigns campaigns) {
    this.campaigns = campaigns;
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
    campaigns.complete(events);
  }

  /** The first one stays: a second delivery changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
