package io.clipmeter.payout.balance;

import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sums of the ledger, one row per clipper and currency. Whoever changes a row has locked it.
 */
@Component
class Balances {
  private static final String COLUMNS =
      "SELECT currency, earned_micros, held_micros, reserved_micros, paid_micros FROM balance ";
  private static final String OF_CLIPPER =
      COLUMNS + "WHERE clipper_id = :clipper ORDER BY currency";
  private static final String LOCK_ONE =
      COLUMNS + "WHERE clipper_id = :clipper AND currency = :currency FOR UPDATE";
  private static final String OPEN =
      """
      INSERT INTO balance (clipper_id, currency)
      SELECT DISTINCT clipper_id, currency
      FROM unnest(:clippers::text[], :currencies::text[]) AS wanted (clipper_id, currency)
      ORDER BY clipper_id, currency
      ON CONFLICT DO NOTHING
      """;
  // One order for everybody: two batches with the same clippers wait, and never for each other.
  private static final String LOCK_ALL =
      """
      SELECT 1 FROM balance
      WHERE (clipper_id, currency) IN
          (SELECT * FROM unnest(:clippers::text[], :currencies::text[]))
      ORDER BY clipper_id, currency FOR UPDATE
      """;
  private static final String CHANGE =
      """
      UPDATE balance b
      SET earned_micros = b.earned_micros + c.earned,
          reserved_micros = b.reserved_micros + c.reserved,
          paid_micros = b.paid_micros + c.paid
      FROM (
          SELECT clipper_id, currency, sum(earned)::bigint AS earned,
              sum(reserved)::bigint AS reserved, sum(paid)::bigint AS paid
          FROM unnest(:clippers::text[], :currencies::text[],
              :earned::bigint[], :reserved::bigint[], :paid::bigint[])
              AS change (clipper_id, currency, earned, reserved, paid)
          GROUP BY clipper_id, currency) c
      WHERE b.clipper_id = c.clipper_id AND b.currency = c.currency
      """;

  private final JdbcClient jdbc;

  Balances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All balances of a clipper by currency; none where nothing was ever earned. */
  List<Balance> of(String clipperId) {
    return jdbc.sql(OF_CLIPPER).param("clipper", clipperId).query(Balances::row).list();
  }

  /** Locks one balance until the transaction ends. */
  Optional<Balance> lock(String clipperId, Currency currency) {
    return jdbc.sql(LOCK_ONE)
        .param("clipper", clipperId)
        .param("currency", currency.getCurrencyCode())
        .query(Balances::row)
        .optional();
  }

  /** Locks the balances of all these entries, and opens those that do not exist. */
  void openAndLock(List<JournalEntry> entries) {
    Map<String, Object> owners = owners(entries);
    jdbc.sql(OPEN).params(owners).update();
    jdbc.sql(LOCK_ALL).params(owners).query((rs, n) -> n).list();
  }

  /** Locks the balances of all these entries. */
  void lock(List<JournalEntry> entries) {
    jdbc.sql(LOCK_ALL).params(owners(entries)).query((rs, n) -> n).list();
  }

  /** Adds these entries to the balances, which are locked. */
  void change(List<JournalEntry> entries) {
    jdbc.sql(CHANGE)
        .params(owners(entries))
        .param("earned", micros(entries, JournalEntry::earned))
        .param("reserved", micros(entries, entry -> entry.changeOf(Pocket.RESERVED)))
        .param("paid", micros(entries, entry -> entry.changeOf(Pocket.PAID)))
        .update();
  }

  private static Map<String, Object> owners(List<JournalEntry> entries) {
    Map<String, Object> owners = new TreeMap<>();
    owners.put("clippers", entries.stream().map(JournalEntry::clipperId).toArray(String[]::new));
    owners.put("currencies", entries.stream().map(JournalEntry::currency).toArray(String[]::new));
    return owners;
  }

  private static Long[] micros(List<JournalEntry> entries, ToLongFunction<JournalEntry> part) {
    return entries.stream().mapToLong(part).boxed().toArray(Long[]::new);
  }

  private static Balance row(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Balance(
        Money.ofMicros(row.getLong("earned_micros"), currency),
        Money.ofMicros(row.getLong("held_micros"), currency),
        Money.ofMicros(row.getLong("reserved_micros"), currency),
        Money.ofMicros(row.getLong("paid_micros"), currency));
  }
}
