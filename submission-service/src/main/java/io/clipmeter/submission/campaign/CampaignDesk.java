package io.clipmeter.submission.campaign;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import io.clipmeter.submission.Announcer;
import io.clipmeter.submission.audit.AuditEntry;
import io.clipmeter.submission.audit.AuditEntry.Action;
import io.clipmeter.submission.audit.AuditLog;
import io.clipmeter.submission.campaign.CampaignOutcome.Done;
import io.clipmeter.submission.campaign.CampaignOutcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes campaigns: each change is one transaction with its audit entry and, once the campaign is
 * published, the event that tells of it.
 */
@Component
public class CampaignDesk {
  private final Campaigns campaigns;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final Announcer announcer;
  private final Ids ids;
  private final Clock clock;

  CampaignDesk(
      Campaigns campaigns,
      AuditLog audit,
      Idempotency idempotency,
      Announcer announcer,
      Ids ids,
      Clock clock) {
    this.campaigns = campaigns;
    this.audit = audit;
    this.idempotency = idempotency;
    this.announcer = announcer;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  CampaignOutcome draft(CampaignForm form, String admin) {
    return switch (TermsPolicy.read(form, now())) {
      case TermsPolicy.Reading.Flaws(var flaws) ->
          new Refused(new CampaignRefusal.Unacceptable(flaws));
      case TermsPolicy.Reading.Terms(CampaignTerms terms) ->
          stored(Campaign.draft(ids.next(), terms, admin, now()), admin, Action.CAMPAIGN_CREATED);
    };
  }

  @Transactional
  CampaignOutcome edit(UUID id, CampaignForm form, String admin) {
    return switch (TermsPolicy.read(form, now())) {
      case TermsPolicy.Reading.Flaws(var flaws) ->
          new Refused(new CampaignRefusal.Unacceptable(flaws));
      case TermsPolicy.Reading.Terms(CampaignTerms terms) ->
          change(
              id,
              admin,
              Action.CAMPAIGN_EDITED,
              (campaign, now) ->
                  campaign.edited(TermsPolicy.replacing(campaign.terms(), form, terms), now));
    };
  }

  @Transactional
  CampaignOutcome publish(UUID id, CampaignForm.@Nullable Publication form, String admin) {
    return switch (TermsPolicy.opening(form, now())) {
      case TermsPolicy.Opening.Flaws(var flaws) ->
          new Refused(new CampaignRefusal.Unacceptable(flaws));
      case TermsPolicy.Opening.Now() ->
          change(id, admin, Action.CAMPAIGN_PUBLISHED, Campaign::published);
      case TermsPolicy.Opening.At(Instant start) ->
          change(id, admin, Action.CAMPAIGN_SCHEDULED, (draft, now) -> draft.scheduled(start, now));
    };
  }

  @Transactional
  CampaignOutcome unschedule(UUID id, String admin) {
    return change(id, admin, Action.CAMPAIGN_UNSCHEDULED, Campaign::unscheduled);
  }

  /**
   * Opens a campaign whose start has come; nothing happens where it is open or was put off
   * meanwhile.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException where somebody else changes
   *     it at the same time
   */
  @Transactional
  public void startByTime(UUID id) {
    campaigns
        .findById(id)
        .flatMap(campaign -> campaign.started(now()))
        .map(campaigns::save)
        .ifPresent(this::announce);
  }

  @Transactional
  CampaignOutcome pause(UUID id, String admin) {
    return change(id, admin, Action.CAMPAIGN_PAUSED, Campaign::paused);
  }

  @Transactional
  CampaignOutcome resume(UUID id, String admin) {
    return change(id, admin, Action.CAMPAIGN_RESUMED, Campaign::resumed);
  }

  /** Raises the budget, once for each key. */
  @Transactional
  CampaignView topUp(Caller admin, @Nullable String key, UUID id, CampaignForm.TopUp form) {
    return idempotency.once(
        admin,
        key,
        List.of("top-up-campaign", id, form),
        CampaignView.class,
        () -> toppedUp(id, form, admin.subject()));
  }

  private CampaignView toppedUp(UUID id, CampaignForm.TopUp form, String admin) {
    return switch (TermsPolicy.topUp(form)) {
      case TermsPolicy.More.Flaws(var flaws) ->
          throw new CampaignRefusal.Unacceptable(flaws).problem();
      case TermsPolicy.More.Of(Money more) ->
          view(
              change(
                  id,
                  admin,
                  Action.CAMPAIGN_TOPPED_UP,
                  (campaign, now) -> campaign.toppedUp(more, now)));
    };
  }

  private static CampaignView view(CampaignOutcome outcome) {
    return switch (outcome) {
      case Done(Campaign campaign) -> CampaignView.of(campaign);
      case Refused(CampaignRefusal refusal) -> throw refusal.problem();
    };
  }

  @Transactional
  CampaignOutcome end(UUID id, String admin) {
    return change(
        id,
        admin,
        Action.CAMPAIGN_ENDED,
        (campaign, now) -> campaign.ended(CompletionReason.ENDED_BY_ADMIN, now));
  }

  /** Ends a campaign whose time is up; nothing happens where it has been ended meanwhile. */
  @Transactional
  public void endByTime(UUID id) {
    campaigns
        .findById(id)
        .filter(campaign -> campaign.terms().isOverAt(now()))
        .map(campaign -> campaign.ended(CompletionReason.ENDED_BY_TIME, now()))
        .ifPresent(
            outcome -> {
              if (outcome instanceof Done(Campaign ended)) {
                announce(campaigns.save(ended));
              }
            });
  }

  @Transactional
  CampaignOutcome delete(UUID id, String admin) {
    Campaign campaign = campaigns.findById(id).orElse(null);
    if (campaign == null) {
      return new Refused(new CampaignRefusal.NotFound());
    }
    if (campaign.isPublished()) {
      return new Refused(new CampaignRefusal.NotDraft(campaign.status()));
    }
    campaigns.delete(campaign);
    audit.add(new AuditEntry(now(), admin, Action.CAMPAIGN_DELETED, id, null));
    return new Done(campaign);
  }

  /**
   * Notes that the earnings service has found the campaign to be over; repeating it changes
   * nothing.
   *
   * @param end COMPLETED or ENDED
   * @param spent given to its clips in all
   * @throws IllegalArgumentException where there is no such campaign
   */
  @Transactional
  public void complete(UUID id, CampaignStatus end, Money spent, Instant completedAt) {
    campaigns
        .findById(id)
        .orElseThrow(() -> new IllegalArgumentException("no campaign " + id))
        .completed(end, spent, completedAt, now())
        .map(campaigns::save)
        .ifPresent(this::announce);
  }

  private CampaignOutcome change(
      UUID id, String admin, Action action, BiFunction<Campaign, Instant, CampaignOutcome> step) {
    Campaign campaign = campaigns.findById(id).orElse(null);
    if (campaign == null) {
      return new Refused(new CampaignRefusal.NotFound());
    }
    return switch (step.apply(campaign, now())) {
      case Refused refused -> refused;
      case Done(Campaign changed) -> {
        Done stored = stored(changed, admin, action);
        tellOfTerms(campaign, stored.campaign());
        yield stored;
      }
    };
  }

  /** Of a raised budget those hear who have joined, of clips that it would not take now admins. */
  private void tellOfTerms(Campaign before, Campaign after) {
    if (!before.isPublished()) {
      return;
    }
    Money more = after.terms().budget().minus(before.terms().budget());
    if (more.isPositive()) {
      announcer.announceMore(after.changed(), more);
    }
    if (after.terms().beginToRefuse(before.terms())) {
      announcer.announceRefusal(after.changed());
    }
  }

  private Done stored(Campaign changed, String admin, Action action) {
    Campaign campaign = campaigns.save(changed);
    audit.add(new AuditEntry(campaign.times().changedAt(), admin, action, campaign.id(), null));
    if (campaign.isPublished()) {
      announce(campaign);
    }
    return new Done(campaign);
  }

  /**
   * One that is to end says how many clips it has. Counted behind the write: an approval that comes
   * at the same time has waited, or is counted.
   */
  private void announce(Campaign campaign) {
    CampaignChanged changed = campaign.changed();
    boolean ends = campaign.ending() != null && !campaign.isOver();
    announcer.announce(
        ends ? changed.withApprovedClips(campaigns.approvedClips(campaign.id())) : changed);
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
