package io.clipmeter.earnings.completion;

import io.clipmeter.earnings.ledger.Journal;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Clips;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** The budget was lowered to what is spent. */
  public void completed(Campaign campaign, Instant now) {
    completed(campaign, null, now);
  }

  /**
   * A settlement spent the budget to the last micro-unit.
   *
   * @param clips how many it has, each of them with its total marked as final
   */
  public void completedBy(long settlement, int clips, Campaign campaign, Instant now) {
    completed(campaign, new FinalEarnings.Last(settlement, clips), now);
  }

  private void completed(Campaign campaign, FinalEarnings.@Nullable Last last, Instant now) {
    tell(campaign, finals.fix(campaign, last, now), Money.zero(campaign.budget().currency()), now);
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
    tell(over, finals.fix(over, null, now), left, now);
  }

  /**
   * A clip whose approval arrived after its campaign completed has earned nothing, and is told so.
   */
  public void finalizeLate(Campaign campaign) {
    if (clips.anyLate(campaign.id())) {
      events.finalized(campaign, finals.fixLate(campaign, clock.instant()));
    }
  }

  /** The campaign goes on with more money: what its clips earned is not final any more. */
  public void reopened(UUID campaignId) {
    clips.reopen(campaignId);
  }

  /** Each clip of the campaign has its final sum, or the transaction fails. */
  private void tell(Campaign campaign, FinalEarnings.End end, Money refunded, Instant now) {
    Clips.Totals all = clips.totals(campaign.id());
    if (end.clips() != all.clips()) {
      throw new IllegalStateException(
          end.clips() + " of " + all.clips() + " clips have a final sum");
    }
    events.completed(campaign, end, all.growth(), refunded, now);
  }
}
