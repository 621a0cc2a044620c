package io.clipmeter.earnings.terms;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Versions of campaigns that a newer one has passed over: what they pay is not known, and rounds
 * that were claimed under them wait.
 */
@Component
class TermsGaps {
  private static final String OPEN =
      "INSERT INTO terms_gap (campaign_id, from_version, to_version) VALUES (:campaign, :from,"
          + " :to)";
  private static final String FILL =
      """
      WITH hit AS (
          DELETE FROM terms_gap WHERE campaign_id = :campaign AND :version BETWEEN from_version AND to_version
          RETURNING campaign_id, from_version, to_version
      ), rest AS (
          INSERT INTO terms_gap (campaign_id, from_version, to_version)
          SELECT campaign_id, from_version, :version - 1 FROM hit WHERE from_version < :version
          UNION ALL
          SELECT campaign_id, :version + 1, to_version FROM hit WHERE to_version > :version)
      SELECT count(*) FROM hit
      """;

  private final JdbcClient jdbc;

  TermsGaps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes what lies between two versions, where anything does: versions begin with 1, and each
   * change of a campaign makes the next one.
   *
   * @param known the newest that was heard of before; 0 where none was
   * @param next the one that was heard of now
   * @return whether anything does
   */
  boolean between(UUID campaignId, long known, long next) {
    if (next <= known + 1) {
      return false;
    }
    jdbc.sql(OPEN)
        .param("campaign", campaignId)
        .param("from", known + 1)
        .param("to", next - 1)
        .update();
    return true;
  }

  /** A version has come after a newer one; true where it was missed until now. */
  boolean fill(UUID campaignId, long version) {
    return jdbc.sql(FILL)
            .param("campaign", campaignId)
            .param("version", version)
            .query(Long.class)
            .single()
        > 0;
  }
}
