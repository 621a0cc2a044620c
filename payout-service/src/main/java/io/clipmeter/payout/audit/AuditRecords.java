package io.clipmeter.payout.audit;

import io.clipmeter.payout.audit.AuditRecord.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit log. */
@Component
public class AuditRecords {
  private static final String INSERT =
      """
      INSERT INTO audit_log (at, actor, action, payout_id, reason, transaction_id)
      SELECT * FROM unnest(:at::timestamptz[], :actors::text[], :actions::text[],
          :payouts::uuid[], :reasons::text[], :transactions::text[])
      """;

  private static final String OF_PAYOUT =
      "SELECT * FROM audit_log WHERE payout_id = :payout ORDER BY id LIMIT 1000";

  private final JdbcClient jdbc;

  AuditRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes it down, in the transaction of the action. */
  public void add(AuditRecord entry) {
    add(List.of(entry));
  }

  /** Writes them all down, in the transaction of the action. */
  public void add(List<AuditRecord> entries) {
    jdbc.sql(INSERT)
        .param("at", texts(entries, entry -> entry.at().toString()))
        .param("actors", texts(entries, AuditRecord::actor))
        .param("actions", texts(entries, entry -> entry.action().name()))
        .param("payouts", texts(entries, entry -> entry.payoutId().toString()))
        .param("reasons", texts(entries, AuditRecord::reason))
        .param("transactions", texts(entries, AuditRecord::transactionId))
        .update();
  }

  /** What happened to a payout, oldest first; of very many the first so many. */
  public List<AuditRecord> of(UUID payoutId) {
    return jdbc.sql(OF_PAYOUT).param("payout", payoutId).query(AuditRecords::row).list();
  }

  private static AuditRecord row(ResultSet row, int number) throws SQLException {
    return new AuditRecord(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Action.valueOf(row.getString("action")),
        row.getObject("payout_id", UUID.class),
        row.getString("reason"),
        row.getString("transaction_id"));
  }

  private static @Nullable String[] texts(
      List<AuditRecord> entries, Function<AuditRecord, @Nullable String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }
}
