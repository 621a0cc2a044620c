package io.clipmeter.submission.notification;

import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification that is about to be written; null is what it is not about.
 *
 * @param origin names what it tells of, so that it is told once
 * @param clipperId whose payout or clip it is, where admins are told
 * @param at when that happened
 */
record NewNotification(
    Inbox inbox,
    NotificationKind kind,
    String origin,
    @Nullable UUID campaignId,
    @Nullable UUID submissionId,
    @Nullable UUID payoutId,
    @Nullable String clipperId,
    @Nullable Money amount,
    @Nullable String reason,
    Instant at) {

  static NewNotification ofClip(
      NotificationKind kind, String origin, String clipper, Clip clip, Instant at) {
    return new NewNotification(
        Inbox.of(clipper),
        kind,
        kind + ":" + origin,
        clip.campaignId(),
        clip.submissionId(),
        null,
        null,
        clip.amount(),
        clip.reason(),
        at);
  }

  static NewNotification ofPayout(
      NotificationKind kind, UUID payout, String clipper, Money amount, Instant at) {
    String origin = kind + ":" + payout;
    boolean forAdmins = kind == NotificationKind.PAYOUT_REQUESTED;
    return new NewNotification(
        forAdmins ? Inbox.ADMINS : Inbox.of(clipper),
        kind,
        origin,
        null,
        null,
        payout,
        forAdmins ? clipper : null,
        amount,
        null,
        at);
  }

  /** What is spent of a campaign, for admins. */
  static NewNotification ofBudget(UUID campaign, String origin, Money spent, Instant at) {
    NotificationKind kind = NotificationKind.BUDGET_REACHED;
    return new NewNotification(
        Inbox.ADMINS, kind, kind + ":" + origin, campaign, null, null, null, spent, null, at);
  }

  /** Of a clip, for admins. */
  static NewNotification ofSponsored(Notifier.SponsoredClip clip) {
    NotificationKind kind = NotificationKind.CLIP_SPONSORED;
    return new NewNotification(
        Inbox.ADMINS,
        kind,
        kind + ":" + clip.submissionId(),
        clip.campaignId(),
        clip.submissionId(),
        null,
        clip.clipperId(),
        null,
        null,
        clip.at());
  }

  /** The same with a reason. */
  NewNotification because(String why) {
    return new NewNotification(
        inbox, kind, origin, campaignId, submissionId, payoutId, clipperId, amount, why, at);
  }

  /** What is told of a submission or clip. */
  record Clip(
      UUID campaignId, UUID submissionId, @Nullable Money amount, @Nullable String reason) {}
}
