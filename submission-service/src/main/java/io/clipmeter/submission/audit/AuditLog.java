package io.clipmeter.submission.audit;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit log: written with the transaction of the action, never changed. */
@Component
public class AuditLog {
  private static final String INSERT =
      """
      INSERT INTO audit_log (at, actor, action, subject_id, reason)
      VALUES (:at, :actor, :action, :subject, :reason)
      """;

  private final JdbcClient sql;

  AuditLog(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes one entry down. */
  public void add(AuditEntry entry) {
    sql.sql(INSERT)
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("action", entry.action().name())
        .param("subject", entry.subject())
        .param("reason", entry.reason())
        .update();
  }
}
