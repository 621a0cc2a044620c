package io.clipmeter.earnings.completion;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.Topic;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the other services of the end of a campaign, in the same transaction. */
@Component
class CompletionEvents {
  private final Outbox outbox;

  CompletionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * All of its clips' final earnings, then its end.
   *
   * @param growth of all clips, above their baselines
   */
  void completed(
      Campaign campaign, FinalEarnings.End end, long growth, Money refunded, Instant now) {
    tell(FinalReceipts.NAME, end.completion(), end.receipts(), campaign);
    finalized(campaign, end);
    CampaignCompleted completed =
        new CampaignCompleted(
            campaign.id(),
            campaign.version(),
            Amount.of(campaign.spent()),
            end.clips(),
            growth,
            Objects.requireNonNull(campaign.completion()),
            now,
            Amount.of(refunded));
    publish(completed, id("completed:" + campaign.version(), campaign.id(), campaign.id()));
  }

  void finalized(Campaign campaign, FinalEarnings.End end) {
    tell(FinalEarnings.NAME, end.completion(), end.written(), campaign);
  }

  private void tell(String journal, long completion, int clips, Campaign campaign) {
    outbox.appendEntry(
        journal, Topic.EARNINGS.topicName(), completion, clips, campaign.id().toString());
  }

  /** Derived from what happened, so that the same fact can't be told under two ids. */
  private static UUID id(String what, UUID campaignId, UUID which) {
    String name = what + ":" + campaignId + ":" + which;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void publish(CampaignCompleted event, UUID id) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event, id);
  }
}
