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
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends campaigns, inside the transaction of what ended them and with the campaign's lane held. */
@Component
public class Completions {
  private final Campaigns campaigns;
  private final Clips clips;
  private final Journal journal;
  private final CompletionEvents events;
  private final Clock clock;

  Completions(
      Campaigns campaigns, Clips clips, Journal journal, CompletionEvents events, Clock clock) {
    this.campaigns = campaigns;
    this.clips = clips;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** The budget is spent to the last micro-unit. */
  public void completed(Campaign campaign, Instant now) {
    events.completed(campaign, finals(campaign.id()), Money.zero(currency(campaign)), now);
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
    events.completed(over, finals(campaignId), left, now);
  }

  /**
   * A clip whose approval arrived after its campaign completed has earned nothing, and is told so.
   */
  public void finalizeLate(Campaign campaign) {
    Instant now = clock.instant();
    clips.finalizeAll(campaign.id()).forEach(last -> events.finalized(campaign, last, now));
  }

  /** The campaign goes on with more money: what its clips earned is not final any more. */
  public void reopened(UUID campaignId) {
    clips.reopen(campaignId);
  }

  /** One for each clip of the campaign, or the transaction fails. */
  private List<Clips.Final> finals(UUID campaignId) {
    List<Clips.Final> finals = clips.finalizeAll(campaignId);
    long all = clips.count(campaignId);
    if (finals.size() != all) {
      throw new IllegalStateException(finals.size() + " of " + all + " clips have a final sum");
    }
    return finals;
  }

  private static Currency currency(Campaign campaign) {
    return campaign.budget().currency();
  }
}
