package io.clipmeter.analytics.clip;

import io.clipmeter.analytics.clip.ClipFacts.Video;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Event;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.events.ViewsObserved;
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
      default -> Optional.empty();
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
}
