package io.clipmeter.earnings.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Written with the transaction of the action, never changed. */
@Component
public class AuditLog {
  private static final String INSERT =
      """
      INSERT INTO audit_log (at, actor, action, subject_id, reason)
      VALUES (:at, :actor, :action, :subject, :reason)
      """;

  /** What can be done. */
  public enum Action {
    EARNINGS_ADJUSTED,
    EARNINGS_HELD,
    EARNINGS_RELEASED
  }

  private final JdbcClient jdbc;

  AuditLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes one entry down.
   *
   * @param actor the admin: the subject of the token
   * @param subject the clip or campaign that it was done to
   */
  public void add(Instant at, String actor, Action action, UUID subject, @Nullable String reason) {
    jdbc.sql(INSERT)
        .param("at", Timestamp.from(at))
        .param("actor", actor)
        .param("action", action.name())
        .param("subject", subject)
        .param("reason", reason)
        .update();
  }
}
