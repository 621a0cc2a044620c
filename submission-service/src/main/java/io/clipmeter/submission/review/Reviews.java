package io.clipmeter.submission.review;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import io.clipmeter.submission.review.ReviewPolicy.Rules;
import io.clipmeter.submission.submission.Submission.Decision;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions on submissions. */
@Component
class Reviews {
  // The submission against other admins; its campaign against its completion, which is read only.
  private static final String LOCK =
      """
      SELECT c.status, c.sponsored_videos FROM submission s JOIN campaign c ON c.id = s.campaign_id
      WHERE s.id = :id
      FOR UPDATE OF s FOR SHARE OF c
      """;
  private static final String APPROVE =
      """
      UPDATE submission SET status = 'APPROVED', decided_by = :by, decided_at = :at
      WHERE id = :id AND status = 'PENDING' AND initial_views IS NOT NULL
      """;
  private static final String REJECT =
      """
      UPDATE submission
      SET status = 'REJECTED', decided_by = :by, decided_at = :at, rejection_reason = :reason
      WHERE id = :id AND status = 'PENDING'
      """;

  private static final String PENDING = "SELECT count(*) FROM submission WHERE status = 'PENDING'";
  private static final String OLDEST_WITHOUT_BASELINE =
      """
      SELECT s.created_at FROM submission s JOIN campaign c ON c.id = s.campaign_id
      WHERE s.status = 'PENDING' AND s.initial_views IS NULL AND c.status NOT IN ('COMPLETED', 'ENDED')
      ORDER BY s.id LIMIT 1
      """;

  private final JdbcClient sql;

  Reviews(JdbcClient sql) {
    this.sql = sql;
  }

  /** Makes other admins wait for this submission, and tells what its campaign says. */
  Optional<Rules> lock(UUID id) {
    return sql.sql(LOCK)
        .param("id", id)
        .query(
            (row, n) ->
                new Rules(
                    CampaignStatus.valueOf(row.getString("status")),
                    SponsoredVideos.valueOf(row.getString("sponsored_videos"))))
        .optional();
  }

  /** Whether the submission was pending with a baseline, and is approved now. */
  boolean approve(UUID id, Decision decision) {
    return decide(sql.sql(APPROVE), id, decision);
  }

  /** Whether the submission was pending, and is rejected now. */
  boolean reject(UUID id, Decision decision) {
    return decide(sql.sql(REJECT).param("reason", decision.reason()), id, decision);
  }

  /** How many submissions nobody has decided on. */
  long pending() {
    return sql.sql(PENDING).query(Long.class).single();
  }

  /** Since when a baseline has been missing; empty where none is. */
  Optional<Instant> oldestWithoutBaseline() {
    return sql.sql(OLDEST_WITHOUT_BASELINE)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static boolean decide(JdbcClient.StatementSpec update, UUID id, Decision decision) {
    return update
            .param("id", id)
            .param("by", decision.by())
            .param("at", decision.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
