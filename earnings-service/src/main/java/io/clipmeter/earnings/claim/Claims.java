package io.clipmeter.earnings.claim;

import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsStated;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the facts of each minute come to, by clipper and currency, until it has been told. */
@Component
class Claims {
  private static final String UNTIL = "SELECT stated_until FROM claim_position";
  private static final String TAKE = UNTIL + " FOR UPDATE SKIP LOCKED";
  private static final String FIRST =
      """
      SELECT date_trunc('minute', least((SELECT min(settled_at) FROM settlement), (SELECT min(adjusted_at) FROM adjustment),
          (SELECT min(held_at) FROM hold), (SELECT min(released_at) FROM hold_release)), 'UTC')
      """;
  // Exactly what is published as a fact, by the time that the fact carries. A sum that no amount
  // can hold is told as the most that one can:
  // payout finds that it differs and stops that clipper's payouts, while the minutes of all others
  // are told.
  private static final String SUM_UP =
      """
      WITH fact AS (
          SELECT r.clipper_id, s.campaign_id, s.settled_at AS at, r.amount_micros AS accrued, 0 AS adjusted, 0 AS held, 0 AS released
          FROM settlement s JOIN receipt r ON r.settlement_id = s.id
          WHERE s.settled_at >= :from AND s.settled_at < :until AND r.amount_micros > 0
          UNION ALL
          SELECT l.clipper_id, l.campaign_id, a.adjusted_at, 0, a.amount_micros, 0, 0
          FROM adjustment a JOIN clip l ON l.id = a.clip_id WHERE a.adjusted_at >= :from AND a.adjusted_at < :until
          UNION ALL
          SELECT l.clipper_id, l.campaign_id, h.held_at, 0, 0, h.amount_micros, 0
          FROM hold h JOIN clip l ON l.id = h.clip_id WHERE h.held_at >= :from AND h.held_at < :until
          UNION ALL
          SELECT l.clipper_id, l.campaign_id, r.released_at, 0, 0, 0, h.amount_micros
          FROM hold_release r JOIN hold h ON h.id = r.hold_id JOIN clip l ON l.id = h.clip_id
          WHERE r.released_at >= :from AND r.released_at < :until)
      INSERT INTO claim (minute, clipper_id, currency, facts, accrued_micros, adjusted_micros, held_micros, released_micros)
      SELECT date_trunc('minute', f.at, 'UTC') AS minute, f.clipper_id, c.currency, count(*),
             least(sum(f.accrued), m.most), greatest(least(sum(f.adjusted), m.most), -m.most), least(sum(f.held), m.most),
             least(sum(f.released), m.most)
      FROM fact f JOIN campaign c ON c.id = f.campaign_id CROSS JOIN (SELECT 9223372036854775807 AS most) m GROUP BY 1, 2, 3, m.most
      """;
  private static final String SUMMED_UP = "UPDATE claim_position SET stated_until = :until";
  private static final String MARK = "UPDATE claim_position SET outbox_mark = :mark";
  private static final String MARKED = "SELECT unnest(outbox_mark) FROM claim_position";
  private static final String NEXT =
      """
      DELETE FROM claim WHERE (minute, clipper_id, currency) IN (
          SELECT minute, clipper_id, currency FROM claim ORDER BY minute, clipper_id, currency LIMIT :limit)
      RETURNING *
      """;

  private final JdbcClient jdbc;

  Claims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks the position until the transaction ends.
   *
   * @return up to when all facts are summed up; empty where another instance is at it
   */
  Optional<Instant> take() {
    return jdbc.sql(TAKE).query((rs, n) -> rs.getTimestamp(1).toInstant()).optional();
  }

  /** Notes where the outbox stood when the last of them were summed up. */
  void mark(List<Long> mark) {
    jdbc.sql(MARK).param("mark", mark.toArray(Long[]::new)).update();
  }

  /** Where it stood. */
  List<Long> mark() {
    return jdbc.sql(MARKED).query((rs, n) -> rs.getLong(1)).list();
  }

  /** Up to when all facts are summed up; 1970 before the first time. */
  Instant until() {
    return jdbc.sql(UNTIL).query((rs, n) -> rs.getTimestamp(1).toInstant()).single();
  }

  /** The minute of the first fact of all; empty where there is none. */
  Optional<Instant> first() {
    return jdbc.sql(FIRST)
        .query((rs, n) -> Optional.ofNullable(rs.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  /** Sums up the facts from one minute to another, without the last. */
  void sumUp(Instant from, Instant until) {
    jdbc.sql(SUM_UP)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .update();
    jdbc.sql(SUMMED_UP).param("until", Timestamp.from(until)).update();
  }

  /** Takes out the oldest sums, to be told with this transaction. */
  List<EarningsStated> next(int limit, Instant now) {
    return jdbc.sql(NEXT).param("limit", limit).query((rs, n) -> stated(rs, now)).list();
  }

  private static EarningsStated stated(ResultSet rs, Instant now) throws SQLException {
    return new EarningsStated(
        rs.getString("clipper_id"),
        rs.getTimestamp("minute").toInstant(),
        rs.getLong("facts"),
        amount(rs, "accrued_micros"),
        amount(rs, "adjusted_micros"),
        amount(rs, "held_micros"),
        amount(rs, "released_micros"),
        now);
  }

  private static Amount amount(ResultSet rs, String column) throws SQLException {
    return Amount.of(Money.ofMicros(rs.getLong(column), rs.getString("currency")));
  }
}
