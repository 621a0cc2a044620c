package io.clipmeter.earnings.receipt;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one clip in one settled round.
 *
 * @param round the campaign's rounds in order, from 1
 * @param provider which provider read it
 * @param measuredAt when it was read, or when that was tried
 * @param readViews what was read; null where there was no number
 * @param viewsBefore the highest count settled before
 * @param viewsAfter the highest count settled now
 * @param termsVersion the version of the campaign whose terms applied
 * @param cpm their price of 1,000 views
 * @param clipCap their most that one clip may earn; null for no limit
 * @param minViews their least views above the baseline before a clip earns
 * @param due what its growth was worth by them
 * @param share what it got
 * @param total what it had earned with that
 * @param reason PAID, CAPPED, RATIONED, NOT_GROWN, BELOW_MIN_VIEWS, UNREADABLE or GONE
 * @param ledgerEntry the settlement in the journal
 */
record ReceiptView(
    UUID campaignId,
    UUID roundId,
    long round,
    UUID clipId,
    String clipperId,
    String provider,
    Instant measuredAt,
    @Nullable Long readViews,
    long baselineViews,
    long viewsBefore,
    long viewsAfter,
    long termsVersion,
    Amount cpm,
    @Nullable Amount clipCap,
    long minViews,
    Amount due,
    Amount share,
    Amount total,
    String reason,
    long ledgerEntry,
    Instant settledAt) {}
