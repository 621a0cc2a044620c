package io.clipmeter.payout.history;

import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums up a clipper's postings until an instant, with it; it reads those of the clipper and no
 * others.
 */
@Component
class BalanceHistory {
  // What is available is no less than an amount can be, as a balance says it.
  private static final String AT =
      """
      SELECT p.currency, sum(p.micros) AS earned,
          coalesce(sum(p.micros) FILTER (WHERE p.pocket = 'HELD'), 0) AS held,
          coalesce(sum(p.micros) FILTER (WHERE p.pocket = 'RESERVED'), 0) AS reserved,
          coalesce(sum(p.micros) FILTER (WHERE p.pocket = 'PAID'), 0) AS paid,
          greatest(coalesce(sum(p.micros) FILTER (WHERE p.pocket = 'AVAILABLE'), 0), -9223372036854775808) AS available
      FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
      WHERE p.clipper_id = :clipper AND e.posted_at <= :at GROUP BY p.currency ORDER BY p.currency
      """;

  /** What a clipper had in one currency; {@code available = earned - held - reserved - paid}. */
  record PastBalance(
      String currency,
      Amount earned,
      Amount held,
      Amount reserved,
      Amount paid,
      Amount available) {}

  private final JdbcClient jdbc;

  BalanceHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By currency; none where nothing had been earned. */
  List<PastBalance> of(String clipperId, Instant at) {
    return jdbc.sql(AT)
        .param("clipper", clipperId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> balance(row))
        .list();
  }

  private static PastBalance balance(ResultSet row) throws SQLException {
    return new PastBalance(
        row.getString("currency"),
        amount(row, "earned"),
        amount(row, "held"),
        amount(row, "reserved"),
        amount(row, "paid"),
        amount(row, "available"));
  }

  private static Amount amount(ResultSet row, String part) throws SQLException {
    long micros = row.getBigDecimal(part).longValueExact();
    return Amount.of(Money.ofMicros(micros, row.getString("currency")));
  }
}
