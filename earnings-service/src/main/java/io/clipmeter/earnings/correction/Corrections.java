package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The adjustments and holds. Whoever writes holds the campaign's lane. */
@Component
class Corrections {
  private static final String CLIP =
      """
      SELECT l.*, c.currency FROM clip l JOIN campaign c ON c.id = l.campaign_id
      WHERE l.id = :clip AND l.campaign_id = :campaign
      """;
  private static final String ADJUST =
      """
      WITH changed AS (UPDATE clip SET adjusted_micros = adjusted_micros + :amount WHERE id = :clip)
      INSERT INTO adjustment (id, clip_id, amount_micros, reason, adjusted_by, adjusted_at, entry_id)
      VALUES (:id, :clip, :amount, :reason, :by, :at, :entry)
      """;
  private static final String HOLD =
      """
      WITH changed AS (UPDATE clip SET held_micros = held_micros + :amount WHERE id = :clip)
      INSERT INTO hold (id, clip_id, amount_micros, reason, held_by, held_at, expires_at, entry_id)
      VALUES (:id, :clip, :amount, :reason, :by, :at, :expires, :entry)
      """;
  private static final String RELEASE =
      """
      WITH changed AS (
          UPDATE clip SET held_micros = held_micros - h.amount_micros FROM hold h WHERE h.id = :id AND clip.id = h.clip_id)
      INSERT INTO hold_release (hold_id, released_by, released_at, reason, entry_id) VALUES (:id, :by, :at, :reason, :entry)
      """;
  private static final String ADJUSTMENTS =
      """
      SELECT a.*, c.currency FROM adjustment a JOIN clip l ON l.id = a.clip_id JOIN campaign c ON c.id = l.campaign_id
      WHERE a.clip_id = :clip AND a.id < :before ORDER BY a.id DESC LIMIT :limit
      """;
  private static final String SHOW_HOLD =
      """
      SELECT h.*, r.released_at, c.currency FROM hold h JOIN clip l ON l.id = h.clip_id
      JOIN campaign c ON c.id = l.campaign_id LEFT JOIN hold_release r ON r.hold_id = h.id
      """;
  private static final String HOLDS =
      SHOW_HOLD + "WHERE h.clip_id = :clip AND h.id < :before ORDER BY h.id DESC LIMIT :limit";
  private static final String ONE_HOLD = SHOW_HOLD + "WHERE h.id = :id AND h.clip_id = :clip";
  private static final String EXPIRED =
      """
      SELECT h.id, h.clip_id, l.campaign_id FROM hold_to_expire e JOIN hold h ON h.id = e.hold_id JOIN clip l ON l.id = h.clip_id
      WHERE e.expires_at <= :now ORDER BY e.expires_at LIMIT :limit
      """;

  /** A hold whose time is over. */
  record Expired(UUID holdId, UUID clipId, UUID campaignId) {}

  /** Who did it, when and why, and which entry of the journal it is. */
  record Deed(UUID id, @Nullable String by, Instant at, @Nullable String reason, long entry) {}

  private final JdbcClient jdbc;

  Corrections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ClipMoney> clip(UUID campaignId, UUID clipId) {
    return jdbc.sql(CLIP)
        .param("clip", clipId)
        .param("campaign", campaignId)
        .query((rs, n) -> money(rs))
        .optional();
  }

  void adjust(ClipMoney clip, Money amount, Deed deed) {
    written(ADJUST, deed).param("clip", clip.clipId()).param("amount", amount.micros()).update();
  }

  void hold(ClipMoney clip, Money amount, @Nullable Instant expiresAt, Deed deed) {
    written(HOLD, deed)
        .param("clip", clip.clipId())
        .param("amount", amount.micros())
        .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt))
        .update();
  }

  void release(Deed deed) {
    written(RELEASE, deed).update();
  }

  private JdbcClient.StatementSpec written(String sql, Deed deed) {
    return jdbc.sql(sql)
        .param("id", deed.id())
        .param("by", deed.by())
        .param("at", Timestamp.from(deed.at()))
        .param("reason", deed.reason())
        .param("entry", deed.entry());
  }

  List<AdjustmentView> adjustments(UUID clipId, PageQuery page) {
    return paged(ADJUSTMENTS, clipId, page).query((rs, n) -> adjustment(rs)).list();
  }

  List<HoldView> holds(UUID clipId, PageQuery page) {
    return paged(HOLDS, clipId, page).query((rs, n) -> hold(rs)).list();
  }

  private JdbcClient.StatementSpec paged(String sql, UUID clipId, PageQuery page) {
    return jdbc.sql(sql)
        .param("clip", clipId)
        .param("before", page.before())
        .param("limit", page.limit());
  }

  Optional<HoldView> hold(UUID clipId, UUID holdId) {
    return jdbc.sql(ONE_HOLD)
        .param("clip", clipId)
        .param("id", holdId)
        .query((rs, n) -> hold(rs))
        .optional();
  }

  List<Expired> expired(Instant now, int max) {
    return jdbc.sql(EXPIRED)
        .param("now", Timestamp.from(now))
        .param("limit", max)
        .query(
            (rs, n) ->
                new Expired(
                    rs.getObject("id", UUID.class),
                    rs.getObject("clip_id", UUID.class),
                    rs.getObject("campaign_id", UUID.class)))
        .list();
  }

  private static ClipMoney money(ResultSet rs) throws SQLException {
    String currency = rs.getString("currency");
    return new ClipMoney(
        rs.getObject("id", UUID.class),
        rs.getObject("campaign_id", UUID.class),
        rs.getString("clipper_id"),
        Money.ofMicros(rs.getLong("accrued_micros"), currency),
        Money.ofMicros(rs.getLong("adjusted_micros"), currency),
        Money.ofMicros(rs.getLong("held_micros"), currency));
  }

  private static AdjustmentView adjustment(ResultSet rs) throws SQLException {
    return new AdjustmentView(
        rs.getObject("id", UUID.class),
        rs.getObject("clip_id", UUID.class),
        amount(rs),
        rs.getString("reason"),
        rs.getString("adjusted_by"),
        rs.getTimestamp("adjusted_at").toInstant(),
        rs.getLong("entry_id"));
  }

  private static HoldView hold(ResultSet rs) throws SQLException {
    return new HoldView(
        rs.getObject("id", UUID.class),
        rs.getObject("clip_id", UUID.class),
        amount(rs),
        rs.getString("reason"),
        rs.getString("held_by"),
        rs.getTimestamp("held_at").toInstant(),
        instant(rs, "expires_at"),
        instant(rs, "released_at"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Amount amount(ResultSet rs) throws SQLException {
    return Amount.of(Money.ofMicros(rs.getLong("amount_micros"), rs.getString("currency")));
  }
}
