package io.clipmeter.earnings.account;

import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums up postings until an instant, with it. It reads what the campaign or the clips have of the
 * journal and no other rows: a clip's credits are found by its campaign's settlements.
 */
@Component
class Accounts {
  private static final String OF_CAMPAIGN =
      """
      SELECT a.account, c.currency, coalesce(sum(p.amount), 0) AS micros
      FROM campaign c
      CROSS JOIN LATERAL (SELECT 'campaign:' || c.id || ':' || name AS account
                          FROM (VALUES ('adjustments'), ('brand'), ('budget')) AS names (name)) a
      LEFT JOIN LATERAL (
          SELECT p.amount_micros AS amount FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
          WHERE p.account = a.account AND e.posted_at <= :at
          UNION ALL
          SELECT -s.total_micros FROM settlement s
          WHERE s.campaign_id = c.id AND a.account = 'campaign:' || c.id || ':budget' AND s.settled_at <= :at AND s.entry_id IS NULL
      ) p ON true
      WHERE c.id = :owner GROUP BY a.account, c.currency ORDER BY a.account
      """;
  private static final String OF_CLIPS =
      """
      WITH mine AS (
          SELECT l.id, l.campaign_id, l.%1$s AS owner, c.currency FROM clip l JOIN campaign c ON c.id = l.campaign_id
          WHERE l.%1$s = :owner),
      pocket (name) AS (VALUES ('earned'), ('held')),
      posted AS (
          SELECT m.owner, m.currency, k.name, p.amount_micros AS amount FROM mine m CROSS JOIN pocket k
          JOIN ledger_posting p ON p.account = 'clip:' || m.id || ':' || k.name
          JOIN ledger_entry e ON e.id = p.entry_id AND e.posted_at <= :at
          UNION ALL
          SELECT m.owner, m.currency, 'earned', r.amount_micros FROM mine m
          JOIN settlement s ON s.campaign_id = m.campaign_id AND s.settled_at <= :at AND s.entry_id IS NULL
          JOIN receipt r ON r.settlement_id = s.id AND r.clip_id = m.id
          UNION ALL
          SELECT DISTINCT m.owner, m.currency, k.name, 0 FROM mine m CROSS JOIN pocket k)
      SELECT '%2$s:' || owner || ':' || name AS account, currency, sum(amount) AS micros
      FROM posted GROUP BY owner, currency, name ORDER BY currency, name
      """;
  private static final String OF_CLIP = OF_CLIPS.formatted("id", "clip");
  private static final String OF_CLIPPER = OF_CLIPS.formatted("clipper_id", "clipper");

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The accounts of a campaign; none where it is not known. */
  List<AccountBalance> ofCampaign(UUID campaignId, Instant at) {
    return balances(OF_CAMPAIGN, campaignId, at);
  }

  /** The accounts of a clip; none where it is not known. */
  List<AccountBalance> ofClip(UUID clipId, Instant at) {
    return balances(OF_CLIP, clipId, at);
  }

  /** The accounts of all clips of a clipper together, by currency; none where there is no clip. */
  List<AccountBalance> ofClipper(String clipperId, Instant at) {
    return balances(OF_CLIPPER, clipperId, at);
  }

  private List<AccountBalance> balances(String sql, Object owner, Instant at) {
    return jdbc.sql(sql)
        .param("owner", owner)
        .param("at", Timestamp.from(at))
        .query((rs, n) -> balance(rs))
        .list();
  }

  private static AccountBalance balance(ResultSet rs) throws SQLException {
    long micros = rs.getBigDecimal("micros").longValueExact();
    return new AccountBalance(
        rs.getString("account"), Amount.of(Money.ofMicros(micros, rs.getString("currency"))));
  }
}
