package io.clipmeter.submission.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an admin did.
 *
 * @param at when
 * @param actor the admin: the subject of the token
 * @param subject the campaign or submission that it was done to
 * @param reason why, where a reason must be given
 */
public record AuditEntry(
    Instant at, String actor, Action action, UUID subject, @Nullable String reason) {

  /** What can be done. */
  public enum Action {
    CAMPAIGN_CREATED,
    CAMPAIGN_EDITED,
    CAMPAIGN_DELETED,
    CAMPAIGN_PUBLISHED,
    CAMPAIGN_SCHEDULED,
    CAMPAIGN_UNSCHEDULED,
    CAMPAIGN_PAUSED,
    CAMPAIGN_RESUMED,
    CAMPAIGN_TOPPED_UP,
    CAMPAIGN_ENDED,
    SUBMISSION_APPROVED,
    SUBMISSION_REJECTED
  }
}
