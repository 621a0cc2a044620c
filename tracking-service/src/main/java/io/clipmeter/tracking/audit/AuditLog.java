package io.clipmeter.tracking.audit;

import io.clipmeter.chassis.web.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who set what going, when, and with which words. Entries are added, and nothing else. */
@Component
public class AuditLog {
  private static final String ADD =
      "INSERT INTO audit_entry (id, at, actor, action, details) VALUES (:id, :at, :actor, :action,"
          + " :details::json)";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds an entry; inside the transaction of what it tells of. */
  public void add(String actor, String action, Map<String, ?> details) {
    jdbc.sql(ADD)
        .param("id", ids.next())
        .param("at", Timestamp.from(clock.instant()))
        .param("actor", actor)
        .param("action", action)
        .param("details", json.writeValueAsString(details))
        .update();
  }
}
