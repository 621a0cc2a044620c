package io.clipmeter.analytics.clip;

import io.clipmeter.analytics.clip.ClipFacts.Video;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.ClipViews;
import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.EarningsStated;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutCancelled;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.RoundProgressed;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import java.util.Optional;

/** What events say about a clip. A clip that is read or earns has been approved. */
final class ClipEvents {
  private ClipEvents() {}

  static Optional<ClipFacts> facts(Event event) {
    return switch (event) {
      case SubmissionReceived e -> Optional.of(received(e));
      case SubmissionApproved e -> Optional.of(approved(e));
      case SubmissionRejected e -> Optional.of(rejected(e));
      case SubmissionWithdrawn e -> Optional.of(withdrawn(e));
      case ViewsObserved e -> Optional.of(observed(e));
      case EarningsAccrued e -> Optional.of(accrued(e));
      case EarningsFinalized e -> Optional.of(finalized(e));
      case EarningsAdjusted e -> Optional.of(adjusted(e));
      case CampaignChanged _,
          CampaignCompleted _,
          BudgetSpent _,
          RoundProgressed _,
          RoundClosed _,
          TrackingEnded _,
          CreatorVerified _,
          CreatorUnverified _,
          VideoObserved _,
          VideoUnavailable _,
          ViewsUnavailable _,
          ClipViews _,
          EarningsHeld _,
          EarningsReleased _,
          EarningsStated _,
          EarningsQuestioned _,
          PayoutRequested _,
          PayoutApproved _,
          PayoutPaid _,
          PayoutRejected _,
          PayoutFailed _,
          PayoutCancelled _ ->
          Optional.empty();
    };
  }

  private static ClipFacts received(SubmissionReceived e) {
    return new ClipFacts(
        e.submissionId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.PENDING,
        new Video(e.platform(), e.videoId(), e.canonicalUrl()),
        null,
        null,
        null,
        null);
  }

  private static ClipFacts approved(SubmissionApproved e) {
    return new ClipFacts(
        e.submissionId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.APPROVED,
        new Video(e.platform(), e.videoId(), e.canonicalUrl()),
        e.initialViews(),
        new ClipReading(e.initialViews(), null, null, null, null, e.baselineAt()),
        null,
        null);
  }

  private static ClipFacts rejected(SubmissionRejected e) {
    return new ClipFacts(
        e.submissionId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.REJECTED,
        new Video(e.platform(), e.videoId(), null),
        null,
        null,
        null,
        null);
  }

  private static ClipFacts withdrawn(SubmissionWithdrawn e) {
    return new ClipFacts(
        e.submissionId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.WITHDRAWN,
        new Video(e.platform(), e.videoId(), null),
        null,
        null,
        null,
        null);
  }

  private static ClipFacts observed(ViewsObserved e) {
    return new ClipFacts(
        e.clipId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.APPROVED,
        new Video(e.platform(), e.videoId(), null),
        null,
        new ClipReading(e.views(), e.likes(), e.comments(), e.shares(), e.saves(), e.observedAt()),
        null,
        null);
  }

  private static ClipFacts accrued(EarningsAccrued e) {
    return new ClipFacts(
        e.clipId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.APPROVED,
        null,
        null,
        null,
        e.clipTotal().toMoney(),
        null);
  }

  private static ClipFacts finalized(EarningsFinalized e) {
    return new ClipFacts(
        e.clipId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.APPROVED,
        null,
        null,
        null,
        e.finalEarnings().toMoney(),
        e.finalEarnings().toMoney());
  }

  /** That there is such a clip; the adjustment itself is no sum of views. */
  private static ClipFacts adjusted(EarningsAdjusted e) {
    return new ClipFacts(
        e.clipId(),
        e.campaignId(),
        e.clipperId(),
        ClipStatus.APPROVED,
        null,
        null,
        null,
        null,
        null);
  }
}
