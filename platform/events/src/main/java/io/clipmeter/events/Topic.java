package io.clipmeter.events;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics of the contract: each is written by one service and holds one kind of key. */
public enum Topic {
  /** The newest state of each campaign, by campaign; its older ones are terms that rounds name. */
  CAMPAIGNS("clipping.campaigns.v1", Kept.NEWEST_OF_KEY_AND_30_DAYS),

  /** What happens to submissions, by campaign. */
  SUBMISSIONS("clipping.submissions.v1", Kept.DAYS_30),

  /** The newest state of each video, by platform and video. */
  VIDEOS("clipping.videos.v1", Kept.NEWEST_OF_KEY),

  /** Which accounts are whose, by clipper, platform and handle. */
  CREATORS("clipping.creators.v1", Kept.NEWEST_OF_KEY),

  /** Every reading of every clip, by campaign. Public. */
  VIEW_UPDATES("clipping.view-updates.v1", Kept.DAYS_30),

  /** The newest state of each clip, by clip. Public. */
  CLIP_VIEWS("clipping.clip-views.v1", Kept.NEWEST_OF_KEY),

  /** Closed tracking rounds, by campaign. */
  TRACKING_ROUNDS("clipping.tracking-rounds.v1", Kept.DAYS_30),

  /** What clips earned, by clipper. */
  EARNINGS("clipping.earnings.v1", Kept.DAYS_90),

  /** The newest state of each budget, by campaign. */
  BUDGETS("clipping.budgets.v1", Kept.NEWEST_OF_KEY),

  /** Campaigns that are over, by campaign. Public. */
  CAMPAIGN_COMPLETIONS("clipping.campaign-completions.v1", Kept.FOR_EVER),

  /** What happens to payout requests, by clipper. */
  PAYOUTS("clipping.payouts.v1", Kept.DAYS_90);

  private final String topicName;
  private final Kept kept;

  Topic(String topicName, Kept kept) {
    this.topicName = topicName;
    this.kept = kept;
  }

  /** The name at the broker, such as {@code clipping.view-updates.v1}. */
  public String topicName() {
    return topicName;
  }

  /** Whether the newest record of each key is kept for ever. */
  public boolean compacted() {
    return switch (kept) {
      case NEWEST_OF_KEY, NEWEST_OF_KEY_AND_30_DAYS -> true;
      case FOR_EVER, DAYS_30, DAYS_90 -> false;
    };
  }

  /**
   * How long records are kept; empty for ever. Of a compacted topic: how long those at least that
   * are not the newest of their key; empty where they may go at once.
   */
  public Optional<Duration> retention() {
    return Optional.ofNullable(kept.retention);
  }

  /** Whether other teams may read it; the rest is between our own services. */
  public boolean isPublic() {
    return switch (this) {
      case VIEW_UPDATES, CLIP_VIEWS, CAMPAIGN_COMPLETIONS -> true;
      case CAMPAIGNS, SUBMISSIONS, VIDEOS, CREATORS, TRACKING_ROUNDS, EARNINGS, BUDGETS, PAYOUTS ->
          false;
    };
  }

  private enum Kept {
    NEWEST_OF_KEY(null),
    NEWEST_OF_KEY_AND_30_DAYS(Duration.ofDays(30)),
    FOR_EVER(null),
    DAYS_30(Duration.ofDays(30)),
    DAYS_90(Duration.ofDays(90));

    private final @Nullable Duration retention;

    Kept(@Nullable Duration retention) {
      this.retention = retention;
    }
  }
}
