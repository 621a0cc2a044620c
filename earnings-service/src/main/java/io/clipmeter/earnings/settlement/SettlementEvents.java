package io.clipmeter.earnings.settlement;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.BudgetAlertPolicy;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the other services what a settlement did, in the same transaction. */
@Component
class SettlementEvents {
  private final Outbox outbox;

  SettlementEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void held(Campaign campaign, UUID roundId, Instant now) {
    publish(budgetSpent(campaign, roundId, true, now), id("budget", campaign.id(), roundId));
  }

  void settled(Campaign campaign, Terms terms, UUID roundId, List<Share> shares, Instant now) {
    shares.stream()
        .filter(share -> share.micros() > 0)
        .map(share -> accrued(campaign.id(), terms, roundId, share, now))
        .forEach(accrued -> publish(accrued, accrued.accrualId()));
    publish(budgetSpent(campaign, roundId, false, now), id("budget", campaign.id(), roundId));
  }

  private static EarningsAccrued accrued(
      UUID campaignId, Terms terms, UUID roundId, Share share, Instant now) {
    ClipReading clip = share.clip();
    return new EarningsAccrued(
        accrualId(roundId, clip.clipId()),
        campaignId,
        clip.clipId(),
        clip.clipperId(),
        roundId,
        amount(terms, share.micros()),
        amount(terms, share.totalMicros()),
        clip.highViews(),
        clip.viewsAfter(),
        Amount.of(terms.cpm()),
        share.rationed(),
        now,
        terms.holdDays() == 0 ? null : now.plus(Duration.ofDays(terms.holdDays())));
  }

  private static BudgetSpent budgetSpent(
      Campaign campaign, UUID roundId, boolean held, Instant now) {
    return new BudgetSpent(
        campaign.id(),
        Amount.of(campaign.budget()),
        Amount.of(campaign.spent()),
        Amount.of(campaign.remaining()),
        roundId,
        held,
        now,
        BudgetAlertPolicy.reached(campaign.spent().micros(), campaign.budget().micros()));
  }

  private static Amount amount(Terms terms, long micros) {
    return Amount.of(Money.ofMicros(micros, terms.budget().currency().getCurrencyCode()));
  }

  private static UUID accrualId(UUID roundId, UUID clipId) {
    String name = "accrual:" + roundId + ":" + clipId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Derived from what happened, so that the same fact can't be told under two ids. */
  private static UUID id(String what, UUID campaignId, UUID which) {
    String name = what + ":" + campaignId + ":" + which;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void publish(Event event, UUID id) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event, id);
  }
}
