package io.clipmeter.earnings.sweep;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns of which something can be settled or ended with what the tables hold. */
@Component
class ReadyCampaigns {
  /**
   * Those whose first waiting round has all of its readings; those that are to end and have no
   * round left; those that are over and have a clip that was not told so, or a round that is held.
   * Spells the index's condition out.
   */
  private static final String AFTER =
      """
      SELECT id FROM (
          SELECT r.campaign_id AS id FROM (
              SELECT DISTINCT ON (campaign_id) * FROM round
              WHERE status IN ('WAITING', 'HELD') AND status = 'WAITING' AND campaign_id > :after
              ORDER BY campaign_id, number) r
          JOIN campaign c ON c.id = r.campaign_id AND c.version >= coalesce(r.campaign_version, 0)
          WHERE r.clips = (SELECT count(*) FROM reading g WHERE g.round_id = r.id)
            AND NOT EXISTS (
                SELECT FROM terms_gap t
                WHERE t.campaign_id = r.campaign_id AND r.campaign_version BETWEEN t.from_version AND t.to_version)
          UNION
          SELECT c.id FROM campaign c JOIN tracking_end e ON e.campaign_id = c.id
          WHERE c.completed_at IS NULL AND c.ending IS NOT NULL AND c.id > :after
            AND NOT EXISTS (
                SELECT FROM round r
                WHERE r.campaign_id = c.id AND r.status IN ('WAITING', 'HELD') AND r.status = 'WAITING')
            AND e.last_round = (SELECT coalesce(max(r.number), 0) FROM round r WHERE r.campaign_id = c.id)
            AND coalesce(c.approved_clips, 0) <= (SELECT count(*) FROM clip l WHERE l.campaign_id = c.id)
          UNION
          SELECT r.campaign_id FROM round r JOIN campaign c ON c.id = r.campaign_id
          WHERE r.status IN ('WAITING', 'HELD') AND r.status = 'HELD' AND c.completed_at IS NOT NULL AND c.id > :after
          UNION
          SELECT l.campaign_id FROM clip l JOIN campaign c ON c.id = l.campaign_id
          WHERE l.late AND c.completed_at IS NOT NULL AND l.campaign_id > :after) ready
      ORDER BY id LIMIT :limit
      """;

  private final JdbcClient jdbc;

  ReadyCampaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next ones behind this id, sorted. */
  List<UUID> after(UUID id, int limit) {
    return jdbc.sql(AFTER)
        .param("after", id)
        .param("limit", limit)
        .query((rs, n) -> rs.getObject(1, UUID.class))
        .list();
  }
}
