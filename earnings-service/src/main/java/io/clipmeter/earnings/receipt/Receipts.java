package io.clipmeter.earnings.receipt;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads receipts and the settlements they belong to. */
@Component
class Receipts {
  private static final String SHOW =
      """
      SELECT s.id, s.campaign_id, s.round_id, s.terms_version, s.settled_at, r.clip_id, r.clipper_id, r.reason,
             r.source, r.observed_at, r.read_views, r.views_before, r.views_after, r.due_micros, r.amount_micros,
             r.total_micros, t.cpm_micros, t.clip_cap_micros, t.min_views, c.currency, l.baseline_views, n.number
      FROM settlement s
      JOIN round n ON n.id = s.round_id
      JOIN receipt r ON r.settlement_id = s.id
      JOIN clip l ON l.id = r.clip_id
      JOIN campaign c ON c.id = s.campaign_id
      JOIN terms t ON t.campaign_id = s.campaign_id AND t.version = s.terms_version
      """;

  /** The campaign's settlements lead, newest first, and each has the clip's receipt by its key. */
  private static final String OF_CLIP =
      SHOW
          + """
          WHERE s.campaign_id = (SELECT campaign_id FROM clip WHERE id = :clip) AND r.clip_id = :clip
            AND s.id < coalesce((SELECT id FROM settlement WHERE round_id = :before), 9223372036854775807)
          ORDER BY s.id DESC LIMIT :limit
          """;

  private static final String OF_ROUND =
      SHOW
          + """
          WHERE s.round_id = :round AND s.campaign_id = :campaign AND r.clip_id < :before
          ORDER BY r.clip_id DESC LIMIT :limit
          """;
  private static final String OF_CAMPAIGN =
      SHOW + "WHERE s.campaign_id = :owner ORDER BY s.id, r.clip_id";
  private static final String OF_CLIPPER =
      SHOW
          + """
          WHERE s.campaign_id IN (SELECT campaign_id FROM clip WHERE clipper_id = :owner)
            AND r.clip_id IN (SELECT id FROM clip WHERE clipper_id = :owner)
          ORDER BY s.id, r.clip_id
          """;
  private static final String SETTLEMENTS =
      """
      SELECT s.*, c.currency, n.number, coalesce(s.clips, (SELECT count(*) FROM receipt r WHERE r.settlement_id = s.id)) AS receipts
      FROM settlement s JOIN campaign c ON c.id = s.campaign_id JOIN round n ON n.id = s.round_id
      WHERE s.campaign_id = :campaign
        AND s.id < coalesce((SELECT id FROM settlement WHERE round_id = :before), 9223372036854775807)
      ORDER BY s.id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first; the token of a page is a round. */
  List<ReceiptView> ofClip(UUID clipId, PageQuery page) {
    return jdbc.sql(OF_CLIP)
        .param("clip", clipId)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Receipts::receipt)
        .list();
  }

  /** By clip; the token of a page is a clip. */
  List<ReceiptView> ofRound(UUID campaignId, UUID roundId, PageQuery page) {
    return jdbc.sql(OF_ROUND)
        .param("campaign", campaignId)
        .param("round", roundId)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Receipts::receipt)
        .list();
  }

  /** Newest first; the token of a page is a round. */
  List<SettlementView> settlements(UUID campaignId, PageQuery page) {
    return jdbc.sql(SETTLEMENTS)
        .param("campaign", campaignId)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Receipts::settlement)
        .list();
  }

  /** Every receipt of a campaign, oldest first, one after the other. */
  void eachOfCampaign(UUID campaignId, Consumer<ReceiptView> taker) {
    each(OF_CAMPAIGN, campaignId, taker);
  }

  /** Every receipt of a clipper's clips, oldest first, one after the other. */
  void eachOfClipper(String clipperId, Consumer<ReceiptView> taker) {
    each(OF_CLIPPER, clipperId, taker);
  }

  private void each(String sql, Object owner, Consumer<ReceiptView> taker) {
    try (var rows =
        jdbc
            .sql(sql)
            .withFetchSize(1_000)
            .param("owner", owner)
            .query(Receipts::receipt)
            .stream()) {
      rows.forEach(taker);
    }
  }

  private static ReceiptView receipt(ResultSet rs, int row) throws SQLException {
    return new ReceiptView(
        rs.getObject("campaign_id", UUID.class),
        rs.getObject("round_id", UUID.class),
        rs.getLong("number"),
        rs.getObject("clip_id", UUID.class),
        rs.getString("clipper_id"),
        rs.getString("source"),
        rs.getTimestamp("observed_at").toInstant(),
        rs.getObject("read_views", Long.class),
        rs.getLong("baseline_views"),
        rs.getLong("views_before"),
        rs.getLong("views_after"),
        rs.getLong("terms_version"),
        amount(rs, "cpm_micros"),
        rs.getObject("clip_cap_micros") == null ? null : amount(rs, "clip_cap_micros"),
        rs.getLong("min_views"),
        amount(rs, "due_micros"),
        amount(rs, "amount_micros"),
        amount(rs, "total_micros"),
        rs.getString("reason"),
        rs.getLong("id"),
        rs.getTimestamp("settled_at").toInstant());
  }

  private static SettlementView settlement(ResultSet rs, int row) throws SQLException {
    return new SettlementView(
        rs.getObject("round_id", UUID.class),
        rs.getLong("number"),
        rs.getLong("terms_version"),
        amount(rs, "total_micros"),
        rs.getBoolean("rationed"),
        rs.getLong("receipts"),
        rs.getLong("id"),
        rs.getTimestamp("settled_at").toInstant());
  }

  private static Amount amount(ResultSet rs, String column) throws SQLException {
    return Amount.of(Money.ofMicros(rs.getLong(column), rs.getString("currency")));
  }
}
