package io.clipmeter.submission.notification;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification; null is what it is not about.
 *
 * @param submissionId the submission or clip
 * @param clipperId whose payout it is, where admins are told
 * @param amount what the kind says; negative where money was taken back
 * @param reason in words for its reader
 * @param at when that happened which it tells of
 * @param readAt when it was marked as read; null before
 */
record NotificationView(
    UUID id,
    NotificationKind kind,
    @Nullable UUID campaignId,
    @Nullable String campaign,
    @Nullable UUID submissionId,
    @Nullable UUID payoutId,
    @Nullable String clipperId,
    @Nullable Amount amount,
    @Nullable String reason,
    Instant at,
    @Nullable Instant readAt) {}
