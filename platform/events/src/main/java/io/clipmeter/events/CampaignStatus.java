package io.clipmeter.events;

/**
 * Where a campaign is in its life: DRAFT, then ACTIVE and PAUSED in turn, then COMPLETED or ENDED
 * for ever.
 */
public enum CampaignStatus {
  /** Not published yet. */
  DRAFT,

  /** Its clips are tracked and earn. */
  ACTIVE,

  /** Published, but neither tracked nor earning for now. */
  PAUSED,

  /** Its budget is spent. */
  COMPLETED,

  /** Ended by time or by an admin with budget left. */
  ENDED
}
