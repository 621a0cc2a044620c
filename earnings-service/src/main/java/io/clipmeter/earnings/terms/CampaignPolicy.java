package io.clipmeter.earnings.terms;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a newer version of a campaign means for its money. Pure. */
final class CampaignPolicy {
  private CampaignPolicy() {}

  /**
   * What follows from a change.
   *
   * @param budget all the campaign may spend from now on; never below what is spent already, since
   *     that can't be taken back
   * @param reopens whether it goes on although its budget was spent before
   * @param completes whether there is nothing left to spend with it
   */
  record Effect(Money budget, boolean reopens, boolean completes) {}

  static Effect take(Optional<Campaign> known, CampaignChanged changed) {
    Money wanted = changed.budget().toMoney();
    if (known.isEmpty()) {
      return new Effect(wanted, false, false);
    }
    Campaign campaign = known.get();
    if (campaign.completed()) {
      boolean reopens = reopens(campaign, changed, wanted);
      return new Effect(reopens ? wanted : campaign.budget(), reopens, false);
    }
    Money budget = wanted.compareTo(campaign.spent()) < 0 ? campaign.spent() : wanted;
    return new Effect(budget, false, budget.equals(campaign.spent()));
  }

  /** More money, and the brand wants it to go on; only what ran out of money can. */
  private static boolean reopens(Campaign campaign, CampaignChanged changed, Money wanted) {
    return campaign.completion() == CompletionReason.BUDGET_SPENT
        && goesOn(changed.status(), changed.ending())
        && wanted.compareTo(campaign.spent()) > 0;
  }

  private static boolean goesOn(CampaignStatus status, @Nullable CompletionReason ending) {
    return switch (status) {
      case ACTIVE, PAUSED -> ending == null;
      case DRAFT, COMPLETED, ENDED -> false;
    };
  }
}
