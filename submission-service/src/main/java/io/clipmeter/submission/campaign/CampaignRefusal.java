package io.clipmeter.submission.campaign;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.TermsPolicy.Flaw;
import java.util.List;

/** Why a campaign is not changed or shown. */
public sealed interface CampaignRefusal {

  /** None with this id that the caller may see. */
  record NotFound() implements CampaignRefusal {}

  /** The terms are not acceptable. */
  record Unacceptable(List<Flaw> flaws) implements CampaignRefusal {}

  /** Only possible while DRAFT. */
  record NotDraft(CampaignStatus status) implements CampaignRefusal {}

  /** Only possible while ACTIVE. */
  record NotActive(CampaignStatus status) implements CampaignRefusal {}

  /** Only possible while PAUSED. */
  record NotPaused(CampaignStatus status) implements CampaignRefusal {}

  /** Only possible for a draft that is to open by itself. */
  record NotScheduled(CampaignStatus status) implements CampaignRefusal {}

  /** Over, or ending, and not to be opened again by this. */
  record IsOver() implements CampaignRefusal {}

  /** Its currency is that of its first publication for ever. */
  record CurrencyIsFixed(String currency) implements CampaignRefusal {}

  /** What is spent can't be taken back. */
  record BudgetBelowSpent(Money spent) implements CampaignRefusal {}

  /** Its end comes before its start, or has passed before it was published. */
  record OverBeforeItStarts() implements CampaignRefusal {}

  /** Somebody else changed it at the same time, and was first. */
  record ChangedMeanwhile() implements CampaignRefusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case NotFound() ->
          problem("campaign-not-found", 404, "There is no such campaign")
              .because("No campaign has this id.");
      case Unacceptable(List<Flaw> flaws) ->
          problem("invalid-request", 400, "The request is not valid")
              .because("See errors for what is wrong with which field.")
              .with("errors", flaws);
      case NotDraft(CampaignStatus status) -> wrongState("campaign-not-draft", status);
      case NotActive(CampaignStatus status) -> wrongState("campaign-not-active", status);
      case NotPaused(CampaignStatus status) -> wrongState("campaign-not-paused", status);
      case NotScheduled(CampaignStatus status) -> wrongState("campaign-not-scheduled", status);
      case IsOver() ->
          problem("campaign-over", 409, "The campaign is over")
              .because("Only a campaign that spent its budget goes on, with a higher one.");
      case CurrencyIsFixed(String currency) ->
          problem("currency-fixed", 422, "The currency cannot change")
              .because("Clippers joined a campaign that pays " + currency + ".");
      case BudgetBelowSpent(Money spent) ->
          problem("budget-below-spent", 422, "The budget is below what is spent")
              .because(spent + " are spent already.")
              .with("spent", Amount.of(spent));
      case OverBeforeItStarts() ->
          problem("campaign-over", 409, "The campaign is over")
              .because("It would end before it starts; edit endsAt first.");
      case ChangedMeanwhile() ->
          problem("campaign-changed-meanwhile", 409, "Somebody else was faster")
              .because("The campaign was changed at the same time; read it again.");
    };
  }

  private static ProblemException wrongState(String slug, CampaignStatus status) {
    return problem(slug, 409, "The campaign's status does not allow it")
        .because("The campaign is " + status + ".")
        .with("campaignStatus", status);
  }

  private static ProblemType problem(String slug, int status, String title) {
    return new ProblemType(slug, status, title);
  }
}
