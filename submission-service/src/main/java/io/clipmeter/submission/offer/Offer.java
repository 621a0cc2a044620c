package io.clipmeter.submission.offer;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
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
 * @param clipCap the most that one clip may earn
 * @param minViews views above its baseline that a clip needs before it earns, then for all of them
 * @param holdDays days that what was earned waits before it can be paid out
 * @param submissions how many videos were offered to it and not taken back
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
    @Nullable Instant endsAt,
    @Nullable Long minViews,
    int holdDays,
    long submissions,
    Instant publishedAt) {}
