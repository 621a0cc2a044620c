package io.clipmeter.earnings.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database asks only when a transaction commits. */
@Component
class Constraints {
  private static final String NOW = "SET CONSTRAINTS ALL IMMEDIATE";
  private static final String LATER = "SET CONSTRAINTS ALL DEFERRED";

  private final JdbcClient jdbc;

  Constraints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asks it now, of all that was written so far; throws where something does not hold. */
  void ask() {
    jdbc.sql(NOW).update();
    jdbc.sql(LATER).update();
  }
}
