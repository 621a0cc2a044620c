package io.clipmeter.earnings.completion;

import io.clipmeter.earnings.ledger.Journal;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Clips;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends campaigns, inside the transaction of what ended them and with the campaign's lane held. */
@Component
public class Completions {
  private final Campaigns campaigns;
  private final Clips clips;
  private final FinalEarnings finals;
  private final Journal journal;
  private final CompletionEvents events;
  private final Clock clock;

  Completions(
      Campaigns campaigns,
      Clips clips,
      FinalEarnings finals,
      Journal journal,
      CompletionEvents events,
      Clock clock) {
    this.campaigns = campaigns;
    this.clips = clips;
    this.finals = finals;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** The budget is spent to the last micro-unit. */
  public void completed(Campaign campaign, Instant now) {
    events.completed(campaign, finals(campaign, now), Money.zero(currency(campaign)), now);
  }

  /**
   * The campaign ends before its budget is spent: what is left goes back to the brand. Nothing
   * happens where its last round has spent all of it.
   */
  public void end(UUID campaignId, CompletionReason reason) {
    Campaign campaign = campaigns.find(campaignId).orElseThrow();
    if (campaign.completed()) {
      return;
    }
    Instant now = clock.instant();
    Money left = campaign.remaining();
    campaigns.end(campaignId, reason, now);
    journal.refund(campaignId, left);
    Campaign over = campaigns.find(campaignId).orElseThrow();
    events.completed(over, finals(over, now), left, now);
  }

  /**
   * A clip whose approval arrived after its campaign completed has earned nothing, and is told so.
   */
  public void finalizeLate(Campaign campaign) {
    if (clips.anyNotFinal(campaign.id())) {
      events.finalized(campaign, finals.fix(campaign.id(), campaign.version(), clock.instant()));
    }
  }

  /** The campaign goes on with more money: what its clips earned is not final any more. */
  public void reopened(UUID campaignId) {
    clips.reopen(campaignId);
  }

  /** One for each clip of the campaign, or the transaction fails. */
  private FinalEarnings.End finals(Campaign campaign, Instant now) {
    FinalEarnings.End end = finals.fix(campaign.id(), campaign.version(), now);
    long all = clips.count(campaign.id());
    if (end.clips() != all) {
      throw new IllegalStateException(end.clips() + " of " + all + " clips have a final sum");
    }
    return end;
  }

  private static Currency currency(Campaign campaign) {
    return campaign.budget().currency();
  }
}
