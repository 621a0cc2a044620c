package io.clipmeter.earnings.statement;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was earned; newest first. */
@Component
class Statements {
  private static final String CLIPS =
      """
      SELECT l.*, c.currency FROM clip l JOIN campaign c ON c.id = l.campaign_id
      WHERE l.%s = :owner AND l.id < :before ORDER BY l.id DESC LIMIT :limit
      """;
  private static final String ACCRUALS =
      """
      SELECT s.id, s.round_id, s.rationed, r.amount_micros, r.total_micros, r.views_before, r.views_after,
             r.observed_at, r.source, t.cpm_micros, c.currency
      FROM settlement s
      JOIN receipt r ON r.settlement_id = s.id AND r.clip_id = :clip
      JOIN campaign c ON c.id = s.campaign_id
      JOIN terms t ON t.campaign_id = s.campaign_id AND t.version = s.terms_version
      WHERE s.campaign_id = (SELECT campaign_id FROM clip WHERE id = :clip) AND r.amount_micros > 0
        AND s.id < coalesce((SELECT id FROM settlement WHERE round_id = :before), 9223372036854775807)
      ORDER BY s.id DESC LIMIT :limit
      """;
  private static final String OWNER = "SELECT clipper_id FROM clip WHERE id = :clip";
  private static final String PLACE = "SELECT campaign_id FROM clip WHERE id = :clip";
  private static final String BUDGET =
      """
      SELECT c.*, count(r.id) FILTER (WHERE r.status = 'SETTLED') AS settled,
             count(r.id) FILTER (WHERE r.status = 'WAITING') AS waiting,
             count(r.id) FILTER (WHERE r.status = 'HELD') AS held
      FROM campaign c LEFT JOIN round r ON r.campaign_id = c.id WHERE c.id = :id GROUP BY c.id
      """;

  private final JdbcClient jdbc;

  Statements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ClipStatement> ofCampaign(UUID campaignId, PageQuery page) {
    return clips("campaign_id", campaignId, page);
  }

  List<ClipStatement> ofClipper(String clipperId, PageQuery page) {
    return clips("clipper_id", clipperId, page);
  }

  private List<ClipStatement> clips(String column, Object owner, PageQuery page) {
    return jdbc.sql(CLIPS.formatted(column))
        .param("owner", owner)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Statements::clip)
        .list();
  }

  List<AccrualStatement> ofClip(UUID clipId, PageQuery page) {
    return jdbc.sql(ACCRUALS)
        .param("clip", clipId)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Statements::accrual)
        .list();
  }

  Optional<String> clipperOf(UUID clipId) {
    return jdbc.sql(OWNER).param("clip", clipId).query(String.class).optional();
  }

  Optional<UUID> campaignOf(UUID clipId) {
    return jdbc.sql(PLACE).param("clip", clipId).query(UUID.class).optional();
  }

  Optional<BudgetStatement> budget(UUID campaignId) {
    return jdbc.sql(BUDGET).param("id", campaignId).query(Statements::budget).optional();
  }

  private static ClipStatement clip(ResultSet rs, int row) throws SQLException {
    return new ClipStatement(
        rs.getObject("id", UUID.class),
        rs.getObject("campaign_id", UUID.class),
        rs.getString("clipper_id"),
        rs.getString("platform"),
        rs.getString("video_id"),
        rs.getLong("baseline_views"),
        rs.getLong("high_views"),
        amount(rs, rs.getLong("accrued_micros")),
        amount(rs, rs.getLong("adjusted_micros")),
        amount(rs, rs.getLong("held_micros")),
        optional(rs, rs.getObject("final_micros", Long.class)));
  }

  private static AccrualStatement accrual(ResultSet rs, int row) throws SQLException {
    return new AccrualStatement(
        rs.getObject("round_id", UUID.class),
        amount(rs, rs.getLong("amount_micros")),
        amount(rs, rs.getLong("total_micros")),
        rs.getLong("views_before"),
        rs.getLong("views_after"),
        amount(rs, rs.getLong("cpm_micros")),
        rs.getBoolean("rationed"),
        rs.getTimestamp("observed_at").toInstant(),
        rs.getString("source"),
        rs.getLong("id"));
  }

  private static BudgetStatement budget(ResultSet rs, int row) throws SQLException {
    long budget = rs.getLong("budget_micros");
    long spent = rs.getLong("spent_micros");
    long refunded = rs.getLong("refunded_micros");
    Timestamp completedAt = rs.getTimestamp("completed_at");
    return new BudgetStatement(
        rs.getObject("id", UUID.class),
        amount(rs, budget),
        amount(rs, spent),
        amount(rs, refunded),
        amount(rs, budget - spent - refunded),
        rs.getLong("settled"),
        rs.getLong("waiting"),
        rs.getLong("held"),
        completedAt == null ? null : completedAt.toInstant());
  }

  private static Amount amount(ResultSet rs, long micros) throws SQLException {
    return Amount.of(Money.ofMicros(micros, rs.getString("currency")));
  }

  private static @Nullable Amount optional(ResultSet rs, @Nullable Long micros)
      throws SQLException {
    return micros == null ? null : amount(rs, micros);
  }
}
