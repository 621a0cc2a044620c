package io.clipmeter.earnings.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.earnings.completion.Completions;
import io.clipmeter.earnings.ledger.Journal;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over campaigns and funds them in the journal. */
@Component
class CampaignsListener implements TopicListener<CampaignChanged> {
  private final Lanes lanes;
  private final Campaigns campaigns;
  private final Journal journal;
  private final Completions completions;
  private final AttemptRunner attempts;
  private final Clock clock;

  CampaignsListener(
      Lanes lanes,
      Campaigns campaigns,
      Journal journal,
      Completions completions,
      AttemptRunner attempts,
      Clock clock) {
    this.lanes = lanes;
    this.campaigns = campaigns;
    this.journal = journal;
    this.completions = completions;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Topic.CAMPAIGNS.topicName();
  }

  @Override
  public @Nullable CampaignChanged read(Received received) {
    return EventType.CAMPAIGN_CHANGED.ceType().equals(received.type())
        ? received.json(CampaignChanged.class)
        : null;
  }

  @Override
  public void apply(List<CampaignChanged> events) {
    List<UUID> ids = events.stream().map(CampaignChanged::campaignId).distinct().toList();
    lanes.hold(ids);
    events.forEach(this::take);
    attempts.settleReady(ids);
  }

  private void take(CampaignChanged changed) {
    Instant now = clock.instant();
    Campaigns.Taken taken = campaigns.take(changed, now);
    Campaign campaign = campaigns.find(changed.campaignId()).orElseThrow();
    journal.fund(campaign.id(), campaign.budget());
    if (taken.reopened()) {
      completions.reopened(campaign.id());
    }
    if (taken.completed()) {
      completions.completed(campaign, now);
      // Now, and not with the batch: a later version of it may let the campaign go on.
      attempts.keepHeld(campaign.id());
    }
  }
}
