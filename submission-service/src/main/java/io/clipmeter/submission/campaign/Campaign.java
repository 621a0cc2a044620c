package io.clipmeter.submission.campaign;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.CampaignRefusal.BudgetBelowSpent;
import io.clipmeter.submission.campaign.CampaignRefusal.CurrencyIsFixed;
import io.clipmeter.submission.campaign.CampaignRefusal.IsOver;
import io.clipmeter.submission.campaign.CampaignRefusal.NotActive;
import io.clipmeter.submission.campaign.CampaignRefusal.NotDraft;
import io.clipmeter.submission.campaign.CampaignRefusal.NotPaused;
import io.clipmeter.submission.campaign.CampaignRefusal.NotScheduled;
import io.clipmeter.submission.campaign.CampaignRefusal.OverBeforeItStarts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A campaign: what a brand pays for, and how far it is.
 *
 * @param version 0 before it is first stored, then one more with every change
 * @param ending why it is over as soon as its last readings are settled; null where it goes on
 * @param spentMicros written by {@link CampaignRows} only, and therefore never with the rest
 */
@Table("campaign")
public record Campaign(
    @Id UUID id,
    @Version long version,
    CampaignStatus status,
    @Embedded.Empty CampaignTerms terms,
    @Embedded.Empty CampaignTimes times,
    @Nullable CompletionReason ending,
    @ReadOnlyProperty long spentMicros) {

  static Campaign draft(UUID id, CampaignTerms terms, String createdBy, Instant now) {
    return new Campaign(
        id, 0, CampaignStatus.DRAFT, terms, CampaignTimes.drafted(createdBy, now), null, 0);
  }

  /** What is spent so far. */
  public Money spent() {
    return new Money(spentMicros, terms.currencyUnit());
  }

  /** What is left of the budget. */
  public Money remaining() {
    return terms.budget().minus(spent());
  }

  /** Whether clippers may know of it. */
  public boolean isPublished() {
    return status != CampaignStatus.DRAFT;
  }

  /** When it opens by itself, where it is still to do so. */
  public Optional<Instant> opensAt() {
    return isPublished() ? Optional.empty() : Optional.ofNullable(times.startsAt());
  }

  /** Whether it is over for good. */
  public boolean isOver() {
    return switch (status) {
      case DRAFT, ACTIVE, PAUSED -> false;
      case COMPLETED, ENDED -> true;
    };
  }

  CampaignOutcome edited(CampaignTerms changed, Instant now) {
    return switch (status) {
      case DRAFT ->
          opensAt().filter(changed::isOverAt).isPresent()
              ? new CampaignOutcome.Refused(new OverBeforeItStarts())
              : new CampaignOutcome.Done(with(status, changed, times.changed(now)));
      case ACTIVE, PAUSED -> rewritten(status, changed, now);
      case COMPLETED -> reopened(changed, now);
      case ENDED -> new CampaignOutcome.Refused(new IsOver());
    };
  }

  /** New terms for a campaign that clippers have joined: they hold from its next round on. */
  private CampaignOutcome rewritten(CampaignStatus next, CampaignTerms changed, Instant now) {
    if (ending != null) {
      return new CampaignOutcome.Refused(new IsOver());
    }
    if (!changed.currency().equals(terms.currency())) {
      return new CampaignOutcome.Refused(new CurrencyIsFixed(terms.currency()));
    }
    return changed.budgetMicros() < spentMicros
        ? new CampaignOutcome.Refused(new BudgetBelowSpent(spent()))
        : new CampaignOutcome.Done(with(next, changed, times.changed(now)));
  }

  /** More money opens a campaign again that ran out of it. */
  private CampaignOutcome reopened(CampaignTerms changed, Instant now) {
    if (changed.budgetMicros() <= terms.budgetMicros()) {
      return new CampaignOutcome.Refused(new IsOver());
    }
    return switch (rewritten(CampaignStatus.ACTIVE, changed, now)) {
      case CampaignOutcome.Done(Campaign open) ->
          new CampaignOutcome.Done(open.with(open.status, open.terms, open.times.reopened(now)));
      case CampaignOutcome.Refused refused -> refused;
    };
  }

  CampaignOutcome toppedUp(Money more, Instant now) {
    if (!more.currency().equals(terms.currencyUnit())) {
      return new CampaignOutcome.Refused(new CurrencyIsFixed(terms.currency()));
    }
    if (!isPublished()) {
      return new CampaignOutcome.Refused(new NotActive(status));
    }
    return edited(terms.withBudget(terms.budget().plus(more)), now);
  }

  /** No more readings are taken, and no submissions; it is over once the last round is settled. */
  CampaignOutcome ended(CompletionReason reason, Instant now) {
    boolean runs = status == CampaignStatus.ACTIVE || status == CampaignStatus.PAUSED;
    return runs && ending == null
        ? new CampaignOutcome.Done(
            new Campaign(
                id, version, CampaignStatus.PAUSED, terms, times.changed(now), reason, spentMicros))
        : new CampaignOutcome.Refused(new NotActive(status));
  }

  CampaignOutcome published(Instant now) {
    if (status != CampaignStatus.DRAFT) {
      return new CampaignOutcome.Refused(new NotDraft(status));
    }
    if (terms.isOverAt(now)) {
      return new CampaignOutcome.Refused(new OverBeforeItStarts());
    }
    return new CampaignOutcome.Done(
        with(CampaignStatus.ACTIVE, terms, times.scheduled(null, now).published(now)));
  }

  /** Is to open by itself at this instant; until then it stays a draft. */
  CampaignOutcome scheduled(Instant start, Instant now) {
    if (status != CampaignStatus.DRAFT) {
      return new CampaignOutcome.Refused(new NotDraft(status));
    }
    return terms.isOverAt(start)
        ? new CampaignOutcome.Refused(new OverBeforeItStarts())
        : new CampaignOutcome.Done(with(status, terms, times.scheduled(start, now)));
  }

  CampaignOutcome unscheduled(Instant now) {
    return opensAt().isPresent()
        ? new CampaignOutcome.Done(with(status, terms, times.scheduled(null, now)))
        : new CampaignOutcome.Refused(new NotScheduled(status));
  }

  /**
   * Open, because its time has come; empty where it has not, or where it is open. One whose end has
   * passed meanwhile opens too, and then ends as any other: its clippers were told so.
   */
  Optional<Campaign> started(Instant now) {
    return opensAt()
        .filter(start -> !start.isAfter(now))
        .map(start -> with(CampaignStatus.ACTIVE, terms, times.published(now)));
  }

  CampaignOutcome paused(Instant now) {
    return status == CampaignStatus.ACTIVE
        ? new CampaignOutcome.Done(with(CampaignStatus.PAUSED, terms, times.changed(now)))
        : new CampaignOutcome.Refused(new NotActive(status));
  }

  CampaignOutcome resumed(Instant now) {
    return status == CampaignStatus.PAUSED && ending == null
        ? new CampaignOutcome.Done(with(CampaignStatus.ACTIVE, terms, times.changed(now)))
        : new CampaignOutcome.Refused(new NotPaused(status));
  }

  /**
   * Over, as the earnings service has found; empty where that is known already, or where the budget
   * that was spent has been raised meanwhile.
   */
  Optional<Campaign> completed(
      CampaignStatus end, Money allSpent, Instant completedAt, Instant now) {
    boolean raised = end == CampaignStatus.COMPLETED && allSpent.micros() < terms.budgetMicros();
    return isOver() || raised
        ? Optional.empty()
        : Optional.of(with(end, terms, times.completed(completedAt, now)));
  }

  /** The whole campaign for the other services. */
  CampaignChanged changed() {
    return new CampaignChanged(
        id,
        version,
        terms.name(),
        status,
        Amount.of(terms.budget()),
        Amount.of(terms.cpm()),
        terms.platforms(),
        terms.clipCap().map(Amount::of).orElse(null),
        terms.trackingInterval(),
        terms.endsAt(),
        times.createdAt(),
        times.publishedAt(),
        times.changedAt(),
        terms.minViews(),
        terms.holdDays(),
        ending);
  }

  /** Called when it is stored. */
  Campaign withVersion(long stored) {
    return new Campaign(id, stored, status, terms, times, ending, spentMicros);
  }

  private Campaign with(CampaignStatus next, CampaignTerms agreed, CampaignTimes then) {
    return new Campaign(id, version, next, agreed, then, ending, spentMicros);
  }
}
