package io.clipmeter.tracking.campaign;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears campaigns from the submission service. */
@Component
class CampaignListener implements TopicListener<CampaignChanged> {
  private final Campaigns campaigns;
  private final Endings endings;
  private final Clock clock;

  CampaignListener(Campaigns campaigns, Endings endings, Clock clock) {
    this.campaigns = campaigns;
    this.endings = endings;
    this.clock = clock;
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
    events.stream()
        .filter(event -> event.ending() != null)
        .map(event -> Optional.of(event.campaignId()))
        .forEach(campaignId -> endings.announce(campaignId, clock.instant()));
  }

  /** The version guards it: a second delivery changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
