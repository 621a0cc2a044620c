package io.clipmeter.payout.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutFilter;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.testing.Engines;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked again and again, and what people page through, reads no more of the database with
 * each payout that is closed. {@code -Dplans.rows=100000} has so many; three years of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansIT {
  private static final int ROWS = Integer.getInteger("plans.rows", 20_000);
  // Of 8 kB; the closed payouts have hundreds.
  private static final int FEW = 40;

  private final Engines engines = Engines.fresh();
  private final DriverManagerDataSource database =
      new DriverManagerDataSource(engines.jdbcUrl(), engines.username(), engines.password());
  private final JdbcClient sql = JdbcClient.create(database);

  @BeforeAll
  void manyPayoutsAreClosed() {
    Flyway.configure().dataSource(database).load().migrate();
    sql.sql("INSERT INTO balance (clipper_id, currency) VALUES ('anna', 'USD')").update();
    sql.sql("ALTER TABLE payout_request DISABLE TRIGGER USER").update();
    sql.sql(
            """
            INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros, method, details_masked,
                status, requested_at, approved_by, approved_at, channel, sent_at, closed_at, transaction_id)
            SELECT uuidv7(-age), 'anna', 'USD', 20000000, 10000, 'PAYPAL', 'a***@example.com', 'PAID', now() - age,
                'boss', now() - age, 'PAYPAL', now() - age, now() - age, 'T' || n
            FROM (SELECT n, n * interval '3 years' / :rows AS age FROM generate_series(1, :rows) AS n) AS old
            """)
        .param("rows", ROWS)
        .update();
    sql.sql(
            """
            INSERT INTO paypal_payment (payout_id, begun_at, batch_id, item_status, closed_as)
            SELECT id, sent_at, transaction_id, 'SUCCESS', 'PAID' FROM payout_request\
            """)
        .update();
    sql.sql(
            """
            INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros, method, details_masked,
                status, requested_at, closed_by, closed_at, reason)
            SELECT uuidv7(interval '-3 years'), 'anna', 'USD', 20000000, 10000, 'WISE', '***', 'REJECTED',
                now() - interval '3 years', 'boss', now(), 'x' FROM generate_series(1, 30)\
            """)
        .update();
    sql.sql("ALTER TABLE payout_request ENABLE TRIGGER USER").update();
    sql.sql("VACUUM ANALYZE").update();
  }

  @AfterAll
  void close() {
    engines.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Standings.COUNT,
        Standings.OLDEST_UNKNOWN,
        Standings.OLDEST_SENDING,
        Standings.OLDEST_APPROVED,
        Standings.CONTRADICTED
      })
  void howPayoutsStandIsReadFromWhatIsOpen(String statement) {
    assertThat(blocks(statement, Map.of())).isLessThan(FEW);
  }

  @Test
  void whateverAListIsFilteredByItReadsAPage() {
    Instant now = Instant.now();
    assertThat(blocksOf("WISE", null, null)).as("method").isLessThan(FEW);
    assertThat(blocksOf(null, days(now, 3 * 365 - 30), null)).as("from").isLessThan(FEW);
    assertThat(blocksOf(null, null, days(now, 3 * 365 - 30))).as("until").isLessThan(FEW);
    assertThat(blocksOf(null, days(now, 600), days(now, 590))).as("both").isLessThan(FEW);
    assertThat(blocksOf("PAYPAL", null, days(now, 600))).as("method, until").isLessThan(FEW);
  }

  private static Instant days(Instant now, int ago) {
    return now.minusSeconds(ago * 86_400L);
  }

  private int blocksOf(@Nullable String method, @Nullable Instant from, @Nullable Instant until) {
    PayoutFilter filter =
        new PayoutFilter(
            null, null, null, method == null ? null : new PayoutMethod(method), from, until);
    Map<String, Object> values = filter.values();
    values.put("before", UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));
    values.put("limit", 21);
    return blocks(PayoutRequests.listOf(filter), values);
  }

  /** How many the statement touches. */
  private int blocks(String statement, Map<String, Object> values) {
    String text =
        sql.sql("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + statement)
            .params(values)
            .query(String.class)
            .single();
    JsonNode plan = JsonMapper.builder().build().readTree(text).get(0).get("Plan");
    assertThat(plan.get("Actual Loops").asInt()).isPositive();
    return plan.get("Shared Hit Blocks").asInt() + plan.get("Shared Read Blocks").asInt();
  }
}
