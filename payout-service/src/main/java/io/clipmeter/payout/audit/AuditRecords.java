package io.clipmeter.payout.audit;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
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

  private static final String PAGE = " AND id > :after ORDER BY id LIMIT :limit";
  private static final String OF_PAYOUT = "SELECT * FROM audit_log WHERE payout_id = :id" + PAGE;
  private static final String OF_DISCREPANCY =
      "SELECT * FROM audit_log WHERE discrepancy_id = :id" + PAGE;
  private static final String OF_STOP = "SELECT * FROM audit_log WHERE stop_id = :id" + PAGE;

  private record Numbered(long id, AuditRecord record) {}

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

  /** What happened to a payout, oldest first. */
  public Page<AuditRecord> of(UUID payoutId, PageQuery page) {
    return list(OF_PAYOUT, payoutId, page);
  }

  /** What happened to a difference, likewise. */
  public Page<AuditRecord> ofDiscrepancy(UUID discrepancyId, PageQuery page) {
    return list(OF_DISCREPANCY, discrepancyId, page);
  }

  /** What happened to a stop, likewise. */
  public Page<AuditRecord> ofStop(UUID stopId, PageQuery page) {
    return list(OF_STOP, stopId, page);
  }

  /** The log counts its records up; a page's token holds that number in the place of an id. */
  private Page<AuditRecord> list(String sql, UUID id, PageQuery page) {
    List<Numbered> records =
        jdbc.sql(sql)
            .param("id", id)
            .param("after", page.after().map(UUID::getLeastSignificantBits).orElse(0L))
            .param("limit", page.limit())
            .query((row, n) -> new Numbered(row.getLong("id"), row(row)))
            .list();
    return Page.of(records, page, record -> new UUID(0, record.id())).map(Numbered::record);
  }

  private static AuditRecord row(ResultSet row) throws SQLException {
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
