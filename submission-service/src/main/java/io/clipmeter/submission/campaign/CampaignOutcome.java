package io.clipmeter.submission.campaign;

/** What became of a change to a campaign. */
sealed interface CampaignOutcome {

  /** It is made. */
  record Done(Campaign campaign) implements CampaignOutcome {}

  /** It is not, and why. */
  record Refused(CampaignRefusal refusal) implements CampaignOutcome {}
}
