package io.clipmeter.payout.audit;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit log. */
@Component
public class AuditRecords {
  private static final String INSERT =
      """
      INSERT INTO audit_log (at, actor, action, payout_id, reason, transaction_id)
      VALUES (:at, :actor, :action, :payout, :reason, :transaction)
      """;

  private final JdbcClient jdbc;

  AuditRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes it down, in the transaction of the action. */
  public void add(AuditRecord entry) {
    jdbc.sql(INSERT)
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("action", entry.action().name())
        .param("payout", entry.payoutId())
        .param("reason", entry.reason())
        .param("transaction", entry.transactionId())
        .update();
  }
}
