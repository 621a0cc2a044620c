package io.clipmeter.submission.offer;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as clippers see it.
 *
 * @param spent given to clips so far
 * @param remaining budget - spent
 * @param cpm what 1,000 views earn, in the budget's currency
 * @param status DRAFT for one that is still to open
 * @param clipCap the most that one clip may earn
 * @param startsAt when it opens, or opened, by itself; null where an admin opened it
 * @param minViews views above its baseline that a clip needs before it earns, then for all of them
 * @param holdDays days that what was earned waits before it can be paid out
 * @param sponsoredVideos what is done with videos that are advertisements, or paid for; REFUSED
 *     where none is approved
 * @param submissions how many videos were offered to it and not taken back
 * @param publishedAt since when it has been open; null for one that is still to open
 */
record Offer(
    UUID id,
    String name,
    CampaignStatus status,
    Amount budget,
    Amount spent,
    Amount remaining,
    String cpm,
    List<Platform> platforms,
    @Nullable Amount clipCap,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Long minViews,
    int holdDays,
    SponsoredVideos sponsoredVideos,
    long submissions,
    @Nullable Instant publishedAt) {}
