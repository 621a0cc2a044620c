package io.clipmeter.tracking.campaign;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears campaigns from the submission service. */
@Component
class CampaignListener implements TopicListener<CampaignChanged> {
  private final Campaigns campaigns;

  CampaignListener(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public String topic() {
    return Topic.CAMPAIGNS.topicName();
  }

  @Override
  public @Nullable CampaignChanged read(Received received) {
    return received.type().equals(EventType.CAMPAIGN_CHANGED.ceType())
        ? received.json(CampaignChanged.class)
        : null;
  }

  @Override
  public void apply(List<CampaignChanged> events) {
    campaigns.change(events);
  }

  /** The version guards it: a second delivery changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
