package io.clipmeter.earnings.settlement;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.settlement.Accruals.Accrual;
import io.clipmeter.earnings.terms.CampaignTerms;
import io.clipmeter.earnings.terms.Clips;
import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
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

  void held(CampaignTerms terms, UUID roundId, Instant now) {
    publish(budgetSpent(terms, roundId, true, now), id("budget", terms.id(), roundId));
  }

  void settled(CampaignTerms terms, UUID roundId, List<Accrual> accruals, Instant now) {
    accruals.forEach(accrual -> publish(accrued(terms, roundId, accrual, now), accrual.id()));
    publish(budgetSpent(terms, roundId, false, now), id("budget", terms.id(), roundId));
  }

  void completed(CampaignTerms terms, List<Clips.Final> finals, Instant now) {
    finals.forEach(last -> finalized(terms, last, now));
    long views = finals.stream().mapToLong(Clips.Final::growth).reduce(0, Math::addExact);
    CampaignCompleted completed =
        new CampaignCompleted(
            terms.id(),
            terms.version(),
            Amount.of(terms.spent()),
            finals.size(),
            views,
            CompletionReason.BUDGET_SPENT,
            now,
            null);
    publish(completed, id("completed:" + terms.version(), terms.id(), terms.id()));
  }

  void finalized(CampaignTerms terms, Clips.Final last, Instant now) {
    EarningsFinalized event =
        new EarningsFinalized(
            last.clipId(),
            terms.id(),
            last.clipperId(),
            amount(terms, last.micros()),
            last.views(),
            now);
    publish(event, id("final:" + terms.version(), terms.id(), last.clipId()));
  }

  private static EarningsAccrued accrued(
      CampaignTerms terms, UUID roundId, Accrual accrual, Instant now) {
    Share share = accrual.share();
    return new EarningsAccrued(
        accrual.id(),
        terms.id(),
        share.clip().clipId(),
        share.clip().clipperId(),
        roundId,
        amount(terms, share.micros()),
        amount(terms, share.totalMicros()),
        share.clip().highViews(),
        share.clip().viewsAfter(),
        Amount.of(terms.cpm()),
        share.rationed(),
        now,
        null);
  }

  private static BudgetSpent budgetSpent(
      CampaignTerms terms, UUID roundId, boolean held, Instant now) {
    return new BudgetSpent(
        terms.id(),
        Amount.of(terms.budget()),
        Amount.of(terms.spent()),
        Amount.of(terms.remaining()),
        roundId,
        held,
        now,
        null);
  }

  private static Amount amount(CampaignTerms terms, long micros) {
    return Amount.of(Money.ofMicros(micros, terms.budget().currency().getCurrencyCode()));
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
