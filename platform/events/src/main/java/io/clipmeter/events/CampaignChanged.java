package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole campaign as it is after a change. The newest version is all that a reader needs who
 * asks how the campaign stands now. Who settles rounds needs every version since the campaign was
 * published, because a round names the one that it was claimed under: versions are dense, so one
 * that is missing is seen when the next one comes. Key: the campaign.
 *
 * @param campaignId the campaign
 * @param version grows by one with every change; a reader drops what is not newer than what it has
 * @param name what the campaign is called
 * @param status where the campaign is in its life
 * @param budget all the campaign may spend, more than 0
 * @param cpm the price of 1,000 views, more than 0, in the budget's currency
 * @param platforms where its clips may be published, one at least
 * @param clipCap the most that one clip may earn, more than 0; null for no limit
 * @param trackingInterval how often its clips are to be read, ISO 8601, more than nothing
 * @param endsAt when it ends by itself; null where only the budget or an admin ends it
 * @param createdAt when it was drafted
 * @param publishedAt when it first became active; null before
 * @param changedAt when this version was made
 * @param minViews how many views above its baseline a clip needs before it earns, then for all of
 *     them; null for none
 * @param holdDays how many days what was earned waits before it can be paid out, 0 to 90; null for
 *     0
 * @param ending why no further round is claimed although the last one is not settled yet; null
 *     where it goes on
 * @param approvedClips how many of its submissions were approved when it was told to end, so that
 *     who settles it knows of all of them before it is over; later ones may come. Null where it
 *     goes on or is over, and in events of before there was such a field
 */
public record CampaignChanged(
    UUID campaignId,
    long version,
    String name,
    CampaignStatus status,
    Amount budget,
    Amount cpm,
    List<Platform> platforms,
    @Nullable Amount clipCap,
    Duration trackingInterval,
    @Nullable Instant endsAt,
    Instant createdAt,
    @Nullable Instant publishedAt,
    Instant changedAt,
    @Nullable Long minViews,
    @Nullable Integer holdDays,
    @Nullable CompletionReason ending,
    @Nullable Long approvedClips)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public CampaignChanged {
    requireNonNull(campaignId, "campaignId");
    Must.notBeNegative(version, "version");
    Must.beText(name, "name");
    requireNonNull(status, "status");
    Must.bePositive(budget, "budget");
    Must.bePositive(cpm, "cpm");
    platforms = List.copyOf(platforms);
    if (platforms.isEmpty()) {
      throw new IllegalArgumentException("platforms must name one at least");
    }
    if (clipCap != null) {
      Must.bePositive(clipCap, "clipCap");
    }
    requireNonNull(trackingInterval, "trackingInterval");
    Must.beInstantIfKnown(endsAt, "endsAt");
    Must.beInstant(createdAt, "createdAt");
    Must.beInstantIfKnown(publishedAt, "publishedAt");
    Must.beInstant(changedAt, "changedAt");
    Must.shareCurrency(budget, cpm);
    if (clipCap != null) {
      Must.shareCurrency(budget, clipCap);
    }
    if (trackingInterval.isNegative() || trackingInterval.isZero()) {
      throw new IllegalArgumentException("trackingInterval must be more than nothing");
    }
    Must.notBeNegativeIfKnown(minViews, "minViews");
    if (holdDays != null && (holdDays < 0 || holdDays > 90)) {
      throw new IllegalArgumentException("holdDays must be 0 to 90");
    }
    Must.notBeNegativeIfKnown(approvedClips, "approvedClips");
  }

  /** A change that does not say how many clips there are. */
  public CampaignChanged(
      UUID campaignId,
      long version,
      String name,
      CampaignStatus status,
      Amount budget,
      Amount cpm,
      List<Platform> platforms,
      @Nullable Amount clipCap,
      Duration trackingInterval,
      @Nullable Instant endsAt,
      Instant createdAt,
      @Nullable Instant publishedAt,
      Instant changedAt,
      @Nullable Long minViews,
      @Nullable Integer holdDays,
      @Nullable CompletionReason ending) {
    this(
        campaignId,
        version,
        name,
        status,
        budget,
        cpm,
        platforms,
        clipCap,
        trackingInterval,
        endsAt,
        createdAt,
        publishedAt,
        changedAt,
        minViews,
        holdDays,
        ending,
        null);
  }

  /** The same, with how many clips there are. */
  public CampaignChanged withApprovedClips(long clips) {
    return new CampaignChanged(
        campaignId,
        version,
        name,
        status,
        budget,
        cpm,
        platforms,
        clipCap,
        trackingInterval,
        endsAt,
        createdAt,
        publishedAt,
        changedAt,
        minViews,
        holdDays,
        ending,
        clips);
  }

  @Override
  public EventType type() {
    return EventType.CAMPAIGN_CHANGED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
