package io.clipmeter.tracking.clip;

import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.clip.Clips.Status;
import io.clipmeter.tracking.doubt.GoneSettings;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.video.LostVideo;
import io.clipmeter.tracking.video.VideoNews;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes clips in again that were taken out because their video was gone: it can come back. The next
 * round reads them, and what was earned before stands; one that never had a baseline gets it now.
 * And takes those out of which an admin sees that their video is gone, though nothing proves it to
 * us: no money moves, and they come back in the same way.
 */
@Component
class TakenOutDesk {
  private final Clips clips;
  private final Campaigns campaigns;
  private final AuditLog audit;
  private final VideoNews news;
  private final GoneSettings gone;
  private final Clock clock;

  TakenOutDesk(
      Clips clips,
      Campaigns campaigns,
      AuditLog audit,
      VideoNews news,
      GoneSettings gone,
      Clock clock) {
    this.clips = clips;
    this.news = news;
    this.gone = gone;
    this.campaigns = campaigns;
    this.clock = clock;
    this.audit = audit;
  }

  /** What came of an admin's wish. */
  enum Outcome {
    /** It is tracked again, or has its baseline captured. */
    TRACKED,
    /** It was not taken out. */
    NOT_GONE,
    /** Its campaign is completed or ended. */
    CAMPAIGN_OVER,
    /** There is no such clip. */
    UNKNOWN
  }

  /** What came of an admin's word that a video is gone. */
  enum TakenOut {
    /** It is read no more. */
    GONE,
    /** Its video was shown a short while ago. */
    SHOWN_LATELY,
    /** It is not tracked, but for another reason. */
    NOT_TRACKED,
    /** Its campaign is completed or ended. */
    CAMPAIGN_OVER,
    /** There is no such clip. */
    UNKNOWN
  }

  /**
   * Takes a clip out, and notes who wanted it and what they saw; once, however often it is said.
   */
  @Transactional
  TakenOut takeOut(String admin, UUID clipId, String evidence) {
    Instant now = clock.instant();
    if (campaigns.isOverFor(clipId, now)) {
      return TakenOut.CAMPAIGN_OVER;
    }
    Optional<VideoRef> video = clips.takeOut(clipId, now.minus(gone.confirmAfter()));
    if (video.isEmpty()) {
      return clips.find(clipId).map(clip -> asItStands(clip.status())).orElse(TakenOut.UNKNOWN);
    }
    news.lost(List.of(new LostVideo(video.get(), UnavailableReason.NOT_FOUND, now, Source.MANUAL)));
    audit.add(admin, "clip-gone", Map.of("clipId", clipId, "evidence", evidence));
    return TakenOut.GONE;
  }

  private static TakenOut asItStands(Status status) {
    return switch (status) {
      case GONE -> TakenOut.GONE;
      case TRACKED -> TakenOut.SHOWN_LATELY;
      case BASELINE_PENDING, BASELINED, DROPPED -> TakenOut.NOT_TRACKED;
    };
  }

  /** Has a clip tracked again, and notes who wanted it and why. */
  @Transactional
  Outcome trackAgain(String admin, UUID clipId, String reason) {
    Instant now = clock.instant();
    if (campaigns.isOverFor(clipId, now)) {
      return Outcome.CAMPAIGN_OVER;
    }
    if (!clips.trackAgain(clipId, now)) {
      return clips.knows(clipId) ? Outcome.NOT_GONE : Outcome.UNKNOWN;
    }
    audit.add(admin, "clip-track-again", Map.of("clipId", clipId, "reason", reason));
    return Outcome.TRACKED;
  }
}
