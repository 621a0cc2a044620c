package io.clipmeter.submission.campaign;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as an admin sees it.
 *
 * @param spent given to clips so far
 * @param remaining budget - spent
 * @param cpm the price of 1,000 views in the budget's currency
 * @param minViews views above its baseline that a clip needs before it earns
 * @param holdDays days that what was earned waits before it can be paid out
 * @param ending why it is over as soon as its last readings are settled; null where it goes on
 * @param startsAt when it opens, or opened, by itself; null where an admin opens it
 * @param sponsoredVideos what is done with videos that are advertisements, or paid for
 * @param version grows with every change
 */
record CampaignView(
    UUID id,
    String name,
    CampaignStatus status,
    Amount budget,
    Amount spent,
    Amount remaining,
    String cpm,
    List<Platform> platforms,
    @Nullable Amount clipCap,
    Duration trackingInterval,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Long minViews,
    int holdDays,
    @Nullable CompletionReason ending,
    boolean sharedVideos,
    SponsoredVideos sponsoredVideos,
    long version,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant completedAt) {

  static CampaignView of(Campaign campaign) {
    CampaignTerms terms = campaign.terms();
    CampaignTimes times = campaign.times();
    return new CampaignView(
        campaign.id(),
        terms.name(),
        campaign.status(),
        Amount.of(terms.budget()),
        Amount.of(campaign.spent()),
        Amount.of(campaign.remaining()),
        terms.cpm().perThousandViews().amount(),
        terms.platforms(),
        terms.clipCap().map(Amount::of).orElse(null),
        terms.trackingInterval(),
        times.startsAt(),
        terms.endsAt(),
        terms.minViews(),
        terms.holdDays(),
        campaign.ending(),
        terms.sharedVideos(),
        terms.sponsoredVideos(),
        campaign.version(),
        times.createdAt(),
        times.createdBy(),
        times.changedAt(),
        times.publishedAt(),
        times.completedAt());
  }
}
