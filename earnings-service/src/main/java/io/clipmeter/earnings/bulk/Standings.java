package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.events.RoundClosed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks how rounds stand, all at once; their campaigns' lanes are held. */
@Component
class Standings {
  /**
   * Whether a round has readings in its table is asked in their order: most have none, and a plan
   * that hopes for one soon would go through those of all others to find that out.
   */
  static final String OF =
      """
      SELECT w.round_id, r.status, CASE WHEN NOT EXISTS (
                 SELECT FROM terms_gap p WHERE p.campaign_id = w.campaign_id AND w.version BETWEEN p.from_version AND p.to_version)
             THEN c.version END AS version, c.currency, c.budget_micros, c.spent_micros, t.version AS terms_version,
             t.cpm_micros, t.clip_cap_micros, t.min_views, t.budget_micros AS terms_budget,
             c.completed_at IS NOT NULL OR c.ending IS NOT NULL AS over,
             (SELECT g.round_id FROM reading g WHERE g.round_id = w.round_id ORDER BY g.clip_id LIMIT 1) IS NOT NULL AS kept,
             EXISTS (SELECT FROM round o WHERE o.campaign_id = w.campaign_id AND o.status IN ('WAITING', 'HELD')) AS waiting,
             (SELECT max(a.version) FROM terms a
              WHERE a.campaign_id = c.id AND a.version < t.version
                AND (a.cpm_micros <> t.cpm_micros OR a.min_views <> t.min_views
                  OR a.clip_cap_micros IS DISTINCT FROM t.clip_cap_micros)) AS other_until
      FROM unnest(:rounds::uuid[], :campaigns::uuid[], :versions::bigint[]) AS w (round_id, campaign_id, version)
      LEFT JOIN round r ON r.id = w.round_id
      LEFT JOIN campaign c ON c.id = w.campaign_id
      LEFT JOIN LATERAL (
          SELECT * FROM terms WHERE terms.campaign_id = c.id AND (w.version IS NULL OR terms.version <= w.version)
          ORDER BY terms.version DESC LIMIT 1) t ON true
      """;

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By round. */
  Map<UUID, Standing> of(List<RoundClosed> rounds) {
    return jdbc
        .sql(OF)
        .param("rounds", rounds.stream().map(RoundClosed::roundId).toArray(UUID[]::new))
        .param("campaigns", rounds.stream().map(RoundClosed::campaignId).toArray(UUID[]::new))
        .param("versions", rounds.stream().map(RoundClosed::campaignVersion).toArray(Long[]::new))
        .query(Standings::standing)
        .list()
        .stream()
        .collect(Collectors.toMap(Standing::roundId, Function.identity(), (one, same) -> one));
  }

  private static Standing standing(ResultSet rs, int row) throws SQLException {
    return new Standing(
        rs.getObject("round_id", UUID.class),
        rs.getString("status"),
        rs.getBoolean("kept"),
        rs.getBoolean("waiting"),
        rs.getObject("version", Long.class),
        rs.getBoolean("over"),
        pay(rs));
  }

  private static @Nullable Pay pay(ResultSet rs) throws SQLException {
    Long version = rs.getObject("terms_version", Long.class);
    if (version == null) {
      return null;
    }
    Long other = rs.getObject("other_until", Long.class);
    Long cap = rs.getObject("clip_cap_micros", Long.class);
    long budget = rs.getLong("budget_micros");
    long ceiling = Math.min(budget, rs.getLong("terms_budget"));
    return new Pay(
        rs.getString("currency"),
        version,
        other == null ? -1 : other,
        rs.getLong("cpm_micros"),
        cap == null ? Long.MAX_VALUE : cap,
        rs.getLong("min_views"),
        budget,
        ceiling,
        Math.max(0, ceiling - rs.getLong("spent_micros")));
  }
}
