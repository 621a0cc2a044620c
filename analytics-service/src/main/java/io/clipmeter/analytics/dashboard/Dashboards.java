package io.clipmeter.analytics.dashboard;

import io.clipmeter.analytics.dashboard.Dashboard.RecentClip;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what belongs to one clipper; the clipper is part of every condition. */
@Component
class Dashboards {
  private static final String TOTALS =
      """
      SELECT coalesce(sum(s.clips), 0)::bigint AS clips, coalesce(sum(s.views), 0)::bigint AS views,
        count(*) FILTER (WHERE c.status = 'ACTIVE' AND e.campaign_id IS NULL) AS active
      FROM clipper_campaign s
      LEFT JOIN campaign c ON c.id = s.campaign_id
      LEFT JOIN completion e ON e.campaign_id = s.campaign_id
      WHERE s.clipper_id = :clipper
      """;

  private static final String ACCOUNTS =
      """
      SELECT currency, sum(earned)::bigint AS earned, sum(held)::bigint AS held, sum(reserved)::bigint AS reserved,
        sum(paid)::bigint AS paid
      FROM (
        SELECT coalesce(s.currency, c.currency) AS currency, s.earned_micros AS earned, 0 AS held, 0 AS reserved, 0 AS paid
        FROM clipper_campaign s LEFT JOIN campaign c ON c.id = s.campaign_id WHERE s.clipper_id = :clipper
        UNION ALL
        SELECT currency, amount_micros, 0, 0, 0 FROM adjustment WHERE clipper_id = :clipper
        UNION ALL
        SELECT currency, 0, amount_micros, 0, 0 FROM held_money
        WHERE clipper_id = :clipper AND NOT released AND (payable_at IS NULL OR payable_at > :now)
        UNION ALL
        SELECT currency, 0, 0, CASE WHEN status IN ('REQUESTED', 'APPROVED') THEN amount_micros ELSE 0 END,
          CASE status WHEN 'PAID' THEN amount_micros ELSE 0 END
        FROM payout WHERE clipper_id = :clipper) AS movements
      WHERE currency IS NOT NULL GROUP BY currency ORDER BY currency
      """;

  private static final String RECENT =
      """
      SELECT l.id, l.campaign_id, l.views, l.observed_at, l.status, l.platform, l.url, c.name,
        coalesce(l.currency, a.currency, c.currency) AS currency,
        coalesce(l.earned_micros, 0) + coalesce(a.micros, 0) AS earned
      FROM (SELECT * FROM clip WHERE clipper_id = :clipper ORDER BY id DESC LIMIT 10) l
      LEFT JOIN campaign c ON c.id = l.campaign_id
      LEFT JOIN LATERAL (
        SELECT max(currency) AS currency, sum(amount_micros)::bigint AS micros FROM adjustment WHERE clip_id = l.id) a ON true
      ORDER BY l.id DESC
      """;

  private final JdbcClient jdbc;

  Dashboards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Totals totals(String clipperId) {
    return jdbc.sql(TOTALS)
        .param("clipper", clipperId)
        .query(
            (rs, n) -> new Totals(rs.getLong("clips"), rs.getLong("views"), rs.getLong("active")))
        .single();
  }

  /** Sorted by currency, as held at this instant. */
  List<Totals.Account> accounts(String clipperId, Instant now) {
    return jdbc.sql(ACCOUNTS)
        .param("clipper", clipperId)
        .param("now", Timestamp.from(now))
        .query(
            (rs, n) ->
                new Totals.Account(
                    money(rs, "earned"),
                    money(rs, "held"),
                    money(rs, "reserved"),
                    money(rs, "paid")))
        .list();
  }

  /** Newest first. */
  List<RecentClip> recent(String clipperId) {
    return jdbc.sql(RECENT).param("clipper", clipperId).query(Dashboards::clip).list();
  }

  private static RecentClip clip(ResultSet rs, int row) throws SQLException {
    Timestamp measuredAt = rs.getTimestamp("observed_at");
    return new RecentClip(
        rs.getObject("id", UUID.class),
        rs.getLong("views"),
        earnings(rs),
        rs.getString("name"),
        rs.getObject("campaign_id", UUID.class),
        rs.getString("status").toLowerCase(Locale.ROOT),
        rs.getString("platform"),
        rs.getString("url"),
        measuredAt == null ? null : measuredAt.toInstant());
  }

  private static @Nullable Amount earnings(ResultSet rs) throws SQLException {
    return rs.getString("currency") == null ? null : Amount.of(money(rs, "earned"));
  }

  private static Money money(ResultSet rs, String column) throws SQLException {
    return Money.ofMicros(rs.getLong(column), rs.getString("currency"));
  }
}
