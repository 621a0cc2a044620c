package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The campaign is over. Later readings earn nothing, unless its budget is raised: then it goes on
 * by a newer version, and may complete again. Key: the campaign.
 *
 * @param campaignId the campaign
 * @param version the version of the campaign that it was settled by
 * @param spent given to its clips in all, 0 or more
 * @param clips how many clips it had
 * @param views the views that were paid, over all clips and above their baselines
 * @param reason what ended it
 * @param completedAt when
 * @param refunded what of the budget went back to the brand, 0 or more; null in events of before
 *     there was such a field
 */
public record CampaignCompleted(
    UUID campaignId,
    long version,
    Amount spent,
    int clips,
    long views,
    CompletionReason reason,
    Instant completedAt,
    @Nullable Amount refunded)
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
    Must.beInstant(completedAt, "completedAt");
    if (refunded != null) {
      Must.notBeNegative(refunded, "refunded");
      Must.shareCurrency(spent, refunded);
    }
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
