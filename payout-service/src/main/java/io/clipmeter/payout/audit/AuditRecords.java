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
      INSERT INTO audit_log (at, actor, action, payout_id, discrepancy_id, stop_id, reason, transaction_id)
      SELECT * FROM unnest(:at::timestamptz[], :actors::text[], :actions::text[],
          :payouts::uuid[], :discrepancies::uuid[], :stops::uuid[], :reasons::text[], :transactions::text[])
      """;

  private static final String OF_PAYOUT =
      "SELECT * FROM audit_log WHERE payout_id = :id ORDER BY id LIMIT 1000";
  private static final String OF_DISCREPANCY =
      "SELECT * FROM audit_log WHERE discrepancy_id = :id ORDER BY id LIMIT 1000";
  private static final String OF_STOP =
      "SELECT * FROM audit_log WHERE stop_id = :id ORDER BY id LIMIT 1000";

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
        .param("payouts", texts(entries, entry -> text(entry.payoutId())))
        .param("discrepancies", texts(entries, entry -> text(entry.discrepancyId())))
        .param("stops", texts(entries, entry -> text(entry.stopId())))
        .param("reasons", texts(entries, AuditRecord::reason))
        .param("transactions", texts(entries, AuditRecord::transactionId))
        .update();
  }

  /** What happened to a payout, oldest first; of very many the first so many. */
  public AuditList of(UUID payoutId) {
    return list(OF_PAYOUT, payoutId);
  }

  /** What happened to a difference, likewise. */
  public AuditList ofDiscrepancy(UUID discrepancyId) {
    return list(OF_DISCREPANCY, discrepancyId);
  }

  /** What happened to a stop, likewise. */
  public AuditList ofStop(UUID stopId) {
    return list(OF_STOP, stopId);
  }

  private AuditList list(String sql, UUID id) {
    return new AuditList(jdbc.sql(sql).param("id", id).query(AuditRecords::row).list());
  }

  private static AuditRecord row(ResultSet row, int number) throws SQLException {
    return new AuditRecord(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Action.valueOf(row.getString("action")),
        row.getObject("payout_id", UUID.class),
        row.getObject("discrepancy_id", UUID.class),
        row.getObject("stop_id", UUID.class),
        row.getString("reason"),
        row.getString("transaction_id"));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable String[] texts(
      List<AuditRecord> entries, Function<AuditRecord, @Nullable String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }
}
