package io.clipmeter.submission.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a campaign.
 *
 * @param createdBy the admin who drafted it
 * @param changedAt when its newest version was made
 * @param startsAt when it opens, or opened, by itself; null where an admin opens it
 * @param publishedAt when it first became active; null for a draft
 * @param completedAt when it was over for good; null before
 */
public record CampaignTimes(
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    @Nullable Instant startsAt,
    @Nullable Instant publishedAt,
    @Nullable Instant completedAt) {

  static CampaignTimes drafted(String createdBy, Instant now) {
    return new CampaignTimes(now, createdBy, now, null, null, null);
  }

  CampaignTimes changed(Instant now) {
    return new CampaignTimes(createdAt, createdBy, now, startsAt, publishedAt, completedAt);
  }

  /** To open at this instant; null for not by itself. */
  CampaignTimes scheduled(@Nullable Instant start, Instant now) {
    return new CampaignTimes(createdAt, createdBy, now, start, publishedAt, completedAt);
  }

  CampaignTimes published(Instant now) {
    return new CampaignTimes(createdAt, createdBy, now, startsAt, now, completedAt);
  }

  CampaignTimes reopened(Instant now) {
    return new CampaignTimes(createdAt, createdBy, now, startsAt, publishedAt, null);
  }

  CampaignTimes completed(Instant over, Instant now) {
    return new CampaignTimes(createdAt, createdBy, now, startsAt, publishedAt, over);
  }
}
