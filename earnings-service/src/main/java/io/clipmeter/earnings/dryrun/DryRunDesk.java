package io.clipmeter.earnings.dryrun;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.earnings.dryrun.DryRunForm.Supposed;
import io.clipmeter.earnings.dryrun.DryRunView.Outcome;
import io.clipmeter.earnings.dryrun.DryRunView.ShareView;
import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.round.Readings;
import io.clipmeter.earnings.settlement.Question;
import io.clipmeter.earnings.settlement.Settlement;
import io.clipmeter.earnings.settlement.SettlementPolicy;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.settlement.SettlementRunner.Next;
import io.clipmeter.earnings.settlement.SettlementSettings;
import io.clipmeter.earnings.settlement.Share;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.earnings.terms.TermsHistory;
import io.clipmeter.earnings.terms.TermsVersions;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the policy that settles rounds, with the campaign as it stands. */
@Component
class DryRunDesk {
  private final Campaigns campaigns;
  private final TermsVersions terms;
  private final Readings readings;
  private final SettlementRunner settlement;
  private final SettlementSettings settings;
  private final Clock clock;

  DryRunDesk(
      Campaigns campaigns,
      TermsVersions terms,
      Readings readings,
      SettlementRunner settlement,
      SettlementSettings settings,
      Clock clock) {
    this.campaigns = campaigns;
    this.terms = terms;
    this.readings = readings;
    this.settlement = settlement;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What the next round that has closed would pay; nothing is written.
   *
   * @throws ProblemException where the campaign is not known, no round waits that could be settled,
   *     or it has more clips than are settled in one part
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  DryRunView runNext(UUID campaignId) {
    if (campaigns.find(campaignId).isEmpty()) {
      throw noCampaign(campaignId);
    }
    Next next = settlement.next(campaignId).orElseThrow(() -> noRound(campaignId));
    if (next.round().clips() > settings.largeFrom()) {
      throw new ProblemType("round-too-large", 422, "This round has too many clips to be shown")
          .because("It has " + next.round().clips() + ", " + settings.largeFrom() + " at most.");
    }
    Question question = settlement.question(next);
    return view(next.round().id(), question, SettlementPolicy.decide(question));
  }

  /**
   * What this round would pay; nothing is written.
   *
   * @throws ProblemException where the campaign is not known, a clip is not its own or named twice,
   *     or rounds are held that would be settled by another price before it
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  DryRunView run(UUID campaignId, DryRunForm form) {
    Campaign campaign = campaigns.find(campaignId).orElseThrow(() -> noCampaign(campaignId));
    TermsHistory history = terms.of(campaignId);
    Terms newest = history.at(null);
    if (settlement.settlesHeldBefore(campaignId, newest)) {
      throw new ProblemType("held-rounds-first", 409, "Held rounds are settled by their own price")
          .because("They are settled before any other round: run without readings to see how.");
    }
    Question question =
        new Question(
            campaign,
            newest,
            history,
            clips(campaignId, form.readings()),
            settings.heldRoundsMax());
    return view(null, question, SettlementPolicy.decide(question));
  }

  private List<ClipReading> clips(UUID campaignId, List<Supposed> supposed) {
    List<@Nullable Long> views = new ArrayList<>();
    supposed.forEach(reading -> views.add(reading.views()));
    List<UUID> named = supposed.stream().map(Supposed::clipId).toList();
    List<ClipReading> clips = readings.supposed(campaignId, named, views, clock.instant());
    Set<UUID> distinct = new HashSet<>(named);
    long own = clips.stream().map(ClipReading::clipId).filter(distinct::contains).count();
    if (own != named.size() || distinct.size() != named.size()) {
      throw new ProblemType("clips-invalid", 422, "These are not clips of the campaign")
          .because("Each clip must be one of campaign " + campaignId + ", and named once.");
    }
    return clips;
  }

  private static DryRunView view(@Nullable UUID round, Question question, Settlement settlement) {
    Money nothing = Money.zero(question.terms().budget().currency());
    return switch (settlement) {
      case Settlement.AfterCompletion _ ->
          view(round, question, Outcome.AFTER_COMPLETION, nothing, List.of());
      case Settlement.Held _ -> view(round, question, Outcome.HELD, nothing, List.of());
      case Settlement.Paid paid ->
          view(
              round,
              question,
              paid.rationed() ? Outcome.RATIONED : Outcome.SETTLED,
              paid.total(),
              paid.shares());
      case Settlement.PaidInParts _ ->
          throw new IllegalStateException("the policy decides of all clips at once");
    };
  }

  private static DryRunView view(
      @Nullable UUID round, Question question, Outcome outcome, Money total, List<Share> shares) {
    Terms terms = question.terms();
    return new DryRunView(
        round,
        outcome,
        terms.version(),
        Amount.of(total),
        Amount.of(question.remaining()),
        shares.stream().map(share -> share(share, terms)).toList());
  }

  private static ShareView share(Share share, Terms terms) {
    ClipReading clip = share.clip();
    return new ShareView(
        clip.clipId(),
        clip.clipperId(),
        clip.highViews(),
        clip.viewsAfter(),
        amount(share.dueMicros(), terms),
        amount(share.micros(), terms),
        amount(Math.addExact(clip.accruedMicros(), share.micros()), terms),
        share.reason().name());
  }

  private static Amount amount(long micros, Terms terms) {
    return Amount.of(Money.ofMicros(micros, terms.budget().currency().getCurrencyCode()));
  }

  private static ProblemException noRound(UUID campaignId) {
    return new ProblemType("no-round-waits", 409, "No round waits to be settled")
        .because("Campaign " + campaignId + " has no closed round that is whole and not settled.");
  }

  private static ProblemException noCampaign(UUID campaignId) {
    return new ProblemType("campaign-not-found", 404, "There is no such campaign")
        .because("No campaign is " + campaignId + ".");
  }
}
