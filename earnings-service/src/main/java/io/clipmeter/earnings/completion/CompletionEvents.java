package io.clipmeter.earnings.completion;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Clips;
import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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

  void completed(Campaign campaign, List<Clips.Final> finals, Money refunded, Instant now) {
    finals.forEach(last -> finalized(campaign, last, now));
    long views = finals.stream().mapToLong(Clips.Final::growth).reduce(0, Math::addExact);
    CampaignCompleted completed =
        new CampaignCompleted(
            campaign.id(),
            campaign.version(),
            Amount.of(campaign.spent()),
            finals.size(),
            views,
            Objects.requireNonNull(campaign.completion()),
            now,
            Amount.of(refunded));
    publish(
        campaign, completed, id("completed:" + campaign.version(), campaign.id(), campaign.id()));
  }

  void finalized(Campaign campaign, Clips.Final last, Instant now) {
    String currency = campaign.budget().currency().getCurrencyCode();
    EarningsFinalized event =
        new EarningsFinalized(
            last.clipId(),
            campaign.id(),
            last.clipperId(),
            Amount.of(Money.ofMicros(last.micros(), currency)),
            last.views(),
            now);
    publish(campaign, event, id("final:" + campaign.version(), campaign.id(), last.clipId()));
  }

  /** Derived from what happened, so that the same fact can't be told under two ids. */
  private static UUID id(String what, UUID campaignId, UUID which) {
    String name = what + ":" + campaignId + ":" + which;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** In the order of the campaign's accruals. */
  private void publish(Campaign campaign, Event event, UUID id) {
    outbox.append(
        event.type().topic().topicName(),
        event.key(),
        event.type().ceType(),
        event,
        id,
        campaign.id().toString());
  }
}
