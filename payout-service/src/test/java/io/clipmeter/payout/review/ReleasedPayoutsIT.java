package io.clipmeter.payout.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.Engines;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was approved before there were claims. */
class ReleasedPayoutsIT {
  @Test
  void ofWhatWasApprovedTheReadMayHaveBeenTransferred() {
    try (Engines engines = Engines.fresh()) {
      var database =
          new DriverManagerDataSource(engines.jdbcUrl(), engines.username(), engines.password());
      JdbcClient sql = JdbcClient.create(database);
      Flyway.configure().dataSource(database).target("034").load().migrate();
      UUID read = approved(sql, "anna");
      UUID unread = approved(sql, "bert");
      sql.sql("INSERT INTO audit_log (at, actor, action, payout_id) VALUES (now(), 'x', ?, ?)")
          .params("READ_DETAILS", read)
          .update();

      Flyway.configure().dataSource(database).load().migrate();

      assertThat(mayBeTransferred(sql, read)).isTrue();
      assertThat(mayBeTransferred(sql, unread)).isFalse();
    }
  }

  private static UUID approved(JdbcClient sql, String clipper) {
    UUID id = UUID.randomUUID();
    sql.sql(
            "INSERT INTO balance (clipper_id, currency, earned_micros) VALUES (?, 'USD',"
                + " 100000000)")
        .param(clipper)
        .update();
    sql.sql(
            """
            INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros, method, details_masked,
                status, requested_at)
            VALUES (?, ?, 'USD', 20000000, 10000, 'PAYPAL', 'a***@example.com', 'REQUESTED', now())
            """)
        .params(id, clipper)
        .update();
    sql.sql(
            "UPDATE payout_request SET status = 'APPROVED', approved_by = 'x', approved_at = now()"
                + " WHERE id = ?")
        .param(id)
        .update();
    return id;
  }

  private static boolean mayBeTransferred(JdbcClient sql, UUID payout) {
    return sql.sql("SELECT read_before_claims FROM payout_request WHERE id = ?")
        .param(payout)
        .query(Boolean.class)
        .single();
  }
}
