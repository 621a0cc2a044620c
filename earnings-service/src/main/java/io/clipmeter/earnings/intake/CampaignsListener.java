package io.clipmeter.earnings.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.earnings.ledger.Journal;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
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
  private final SettlementRunner settlement;

  CampaignsListener(
      Lanes lanes, Campaigns campaigns, Journal journal, SettlementRunner settlement) {
    this.lanes = lanes;
    this.campaigns = campaigns;
    this.journal = journal;
    this.settlement = settlement;
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
    events.forEach(campaigns::save);
    ids.forEach(id -> campaigns.find(id).ifPresent(c -> journal.fund(c.id(), c.budget())));
    settlement.settleReady(ids);
  }
}
