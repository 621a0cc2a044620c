package io.clipmeter.submission.notification;

/** What a notification tells. */
enum NotificationKind {
  /** A submission became a clip. */
  SUBMISSION_APPROVED,

  /** A submission was refused; the reason says why. */
  SUBMISSION_REJECTED,

  /** A campaign is over; the amount is what the clip earned by its views, where it was one. */
  CAMPAIGN_COMPLETED,

  /** A campaign's budget was raised by the amount. */
  CAMPAIGN_TOPPED_UP,

  /**
   * A campaign has spent 50, 80, 95 or 100 % of its budget; the amount is what is spent, and the
   * reason says how much of what that is; for admins.
   */
  BUDGET_REACHED,

  /**
   * The video of a clip is an advertisement in a campaign that takes none: it turned out to be one
   * after its approval, or the campaign took them until then. What it earned is for admins to
   * decide on.
   */
  CLIP_SPONSORED,

  /** An admin holds the amount; the reason says why. */
  EARNINGS_HELD,

  /** The amount is not held any more. */
  EARNINGS_RELEASED,

  /** An admin added the amount to what a clip earned, or took it back where it is negative. */
  EARNINGS_ADJUSTED,

  /** A clipper asked for the amount; for admins. */
  PAYOUT_REQUESTED,

  /** A payout will be made. */
  PAYOUT_APPROVED,

  /** A payout was made. */
  PAYOUT_PAID,

  /** A payout was refused; the reason says why. */
  PAYOUT_REJECTED,

  /** A payout could not be made; the reason says why. */
  PAYOUT_FAILED
}
