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

  /** All of its clips' final earnings, then its end. */
  void completed(Campaign campaign, FinalEarnings.End end, Money refunded, Instant now) {
    finalized(campaign, end);
    CampaignCompleted completed =
        new CampaignCompleted(
            campaign.id(),
            campaign.version(),
            Amount.of(campaign.spent()),
            end.clips(),
            end.growth(),
            Objects.requireNonNull(campaign.completion()),
            now,
            Amount.of(refunded));
    publish(completed, id("completed:" + campaign.version(), campaign.id(), campaign.id()));
  }

  void finalized(Campaign campaign, FinalEarnings.End end) {
    outbox.appendEntry(
        FinalEarnings.NAME,
        Topic.EARNINGS.topicName(),
        end.completion(),
        end.clips(),
        campaign.id().toString());
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
