package io.clipmeter.earnings.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The transactions that may still write. Rows get their ids and times before they commit, and
 * commit in any order: only what began before the oldest open transaction is known to be whole.
 */
@Component
public class OpenTransactions {
  // A transaction leaves this view after what it wrote can be seen: a later statement sees it.
  private static final String OLDEST =
      """
      SELECT CASE WHEN current_setting('track_activities')::boolean THEN least(min(xact_start), clock_timestamp())
                  ELSE 'epoch' END
      FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
          AND application_name <> 'reads-for-long'
      """;

  private static final String READ_ONLY =
      "SELECT set_config('application_name', 'reads-for-long', true)";

  private final JdbcClient jdbc;

  OpenTransactions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When the oldest of them began, by the database's clock; now where there is none. 1970 where the
   * database does not keep that: nothing is known to be whole then.
   */
  public Instant oldest() {
    return jdbc.sql(OLDEST).query(Timestamp.class).single().toInstant();
  }

  /** Leaves the transaction of the caller out: it takes long, and writes nothing to the books. */
  public void leaveOut() {
    jdbc.sql(READ_ONLY).query(String.class).single();
  }
}
