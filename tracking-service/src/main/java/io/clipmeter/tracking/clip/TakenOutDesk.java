package io.clipmeter.tracking.clip;

import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.campaign.Campaigns;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes clips in again that were taken out because their video was gone: it can come back. The next
 * round reads them, and what was earned before stands; one that never had a baseline gets it now.
 */
@Component
class TakenOutDesk {
  private final Clips clips;
  private final Campaigns campaigns;
  private final AuditLog audit;
  private final Clock clock;

  TakenOutDesk(Clips clips, Campaigns campaigns, AuditLog audit, Clock clock) {
    this.clips = clips;
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
