package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The campaign is over, once and for all. Later readings earn nothing. Key: the campaign.
 *
 * @param campaignId the campaign
 * @param version the version of the campaign that it was settled by
 * @param spent given to its clips in all, 0 or more
 * @param clips how many clips it had
 * @param views the views that were paid, over all clips and above their baselines
 * @param reason what ended it
 * @param completedAt when
 */
public record CampaignCompleted(
    UUID campaignId,
    long version,
    Amount spent,
    int clips,
    long views,
    CompletionReason reason,
    Instant completedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public CampaignCompleted {
    requireNonNull(campaignId, "campaignId");
    Must.notBeNegative(version, "version");
    Must.notBeNegative(spent, "spent");
    Must.notBeNegative(clips, "clips");
    Must.notBeNegative(views, "views");
    requireNonNull(reason, "reason");
    requireNonNull(completedAt, "completedAt");
  }

  @Override
  public EventType type() {
    return EventType.CAMPAIGN_COMPLETED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
