package io.clipmeter.submission.campaign;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.CampaignRefusal.NotActive;
import io.clipmeter.submission.campaign.CampaignRefusal.NotDraft;
import io.clipmeter.submission.campaign.CampaignRefusal.NotPaused;
import io.clipmeter.submission.campaign.CampaignRefusal.OverBeforeItStarts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A campaign: what a brand pays for, and how far it is.
 *
 * @param version 0 before it is first stored, then one more with every change
 * @param spentMicros written by {@link CampaignRows} only, and therefore never with the rest
 */
@Table("campaign")
public record Campaign(
    @Id UUID id,
    @Version long version,
    CampaignStatus status,
    @Embedded.Empty CampaignTerms terms,
    @Embedded.Empty CampaignTimes times,
    @ReadOnlyProperty long spentMicros) {

  static Campaign draft(UUID id, CampaignTerms terms, String createdBy, Instant now) {
    return new Campaign(
        id, 0, CampaignStatus.DRAFT, terms, CampaignTimes.drafted(createdBy, now), 0);
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

  /** Whether it is over for good. */
  public boolean isOver() {
    return switch (status) {
      case DRAFT, ACTIVE, PAUSED -> false;
      case COMPLETED, ENDED -> true;
    };
  }

  CampaignOutcome edited(CampaignTerms changed, Instant now) {
    return status == CampaignStatus.DRAFT
        ? new CampaignOutcome.Done(with(status, changed, times.changed(now)))
        : new CampaignOutcome.Refused(new NotDraft(status));
  }

  CampaignOutcome published(Instant now) {
    if (status != CampaignStatus.DRAFT) {
      return new CampaignOutcome.Refused(new NotDraft(status));
    }
    if (terms.isOverAt(now)) {
      return new CampaignOutcome.Refused(new OverBeforeItStarts());
    }
    return new CampaignOutcome.Done(with(CampaignStatus.ACTIVE, terms, times.published(now)));
  }

  CampaignOutcome paused(Instant now) {
    return status == CampaignStatus.ACTIVE
        ? new CampaignOutcome.Done(with(CampaignStatus.PAUSED, terms, times.changed(now)))
        : new CampaignOutcome.Refused(new NotActive(status));
  }

  CampaignOutcome resumed(Instant now) {
    return status == CampaignStatus.PAUSED
        ? new CampaignOutcome.Done(with(CampaignStatus.ACTIVE, terms, times.changed(now)))
        : new CampaignOutcome.Refused(new NotPaused(status));
  }

  /** Over for good, as the earnings service has found; empty where that is known already. */
  Optional<Campaign> completed(CampaignStatus end, Instant completedAt, Instant now) {
    return isOver()
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
        null,
        null,
        null);
  }

  /** Called when it is stored. */
  Campaign withVersion(long stored) {
    return new Campaign(id, stored, status, terms, times, spentMicros);
  }

  private Campaign with(CampaignStatus next, CampaignTerms agreed, CampaignTimes then) {
    return new Campaign(id, version, next, agreed, then, spentMicros);
  }
}
