package io.clipmeter.payout.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutFilter;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.testing.Engines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The totals that are kept are those that the requests give when all of them are read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutTotalsIT {
  private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private static final int DAYS = 5;
  private static final int CLIPPERS = 60;
  private static final int ROWS = Integer.getInteger("plans.rows", 20_000);
  // Of 8 kB; the requests have hundreds.
  private static final int FEW = 100;

  private final Engines engines = Engines.fresh();
  private final DriverManagerDataSource database =
      new DriverManagerDataSource(engines.jdbcUrl(), engines.username(), engines.password());
  private final JdbcClient sql = JdbcClient.create(database);
  private final PayoutTotals totals = new PayoutTotals(sql);

  @BeforeAll
  void migrate() {
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterAll
  void close() {
    engines.close();
  }

  @Test
  void manyAtOnceAndAddingUpMeanwhileLoseNothing() throws Exception {
    long seed = Long.getLong("trials.seed", System.nanoTime());
    List<Callable<Void>> callers = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      Random random = new Random(seed + caller);
      String prefix = "c" + caller + "-";
      callers.add(() -> live(prefix, random));
      callers.add(this::addUp);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(callers)) {
        done.get();
      }
    }
    Random random = new Random(seed);
    for (int filter = 0; filter < 40; filter++) {
      assertEqualToRequests(filter(random), seed);
      if (filter == 20) {
        totals.forget(TODAY);
        assertThat(count("payout_total_news")).isZero();
      }
    }
    assertEqualToRequests(new PayoutFilter(null, null, null, null, null, null), seed);
  }

  /** {@code -Dplans.rows=100000} has so many; three years of them. */
  @Test
  void whatIsReadDoesNotGrowWithTheRequests() {
    sql.sql(
            "INSERT INTO balance (clipper_id, currency) SELECT 'old' || n, 'USD' FROM"
                + " generate_series(1, :rows) n")
        .param("rows", ROWS)
        .update();
    sql.sql(
            """
            INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros, method, details_masked,
                status, requested_at)
            SELECT uuidv7(-age), 'old' || n, 'USD', 20000000, 10000, 'BANK', '***', 'REQUESTED', now() - age
            FROM (SELECT n, n * interval '3 years' / :rows AS age FROM generate_series(1, :rows) AS n) AS old\
            """)
        .param("rows", ROWS)
        .update();
    sql.sql(
            """
            UPDATE payout_request SET status = 'REJECTED', reason = 'x', closed_by = 'boss', closed_at = now()
            WHERE clipper_id LIKE 'old%'\
            """)
        .update();
    totals.forget(TODAY);
    sql.sql("VACUUM ANALYZE").update();
    PayoutFilter all = new PayoutFilter(null, null, null, null, null, null);

    assertThat(blocks(all)).isLessThan(FEW);
    assertThat(blocks(all.between(TODAY.minus(Duration.ofDays(700)), TODAY))).isLessThan(FEW);
    assertEqualToRequests(all, 0);
    assertEqualToRequests(all.between(TODAY.minus(Duration.ofDays(700)).plusNanos(1_000), null), 0);
  }

  private int blocks(PayoutFilter filter) {
    String plan =
        sql.sql("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + PayoutTotals.keptOf(filter))
            .params(filter.values())
            .query(String.class)
            .single();
    JsonNode top = JsonMapper.builder().build().readTree(plan).get(0).get("Plan");
    return top.get("Shared Hit Blocks").asInt() + top.get("Shared Read Blocks").asInt();
  }

  /** Asks in the name of many, and decides about several in one statement. */
  private Void live(String prefix, Random random) {
    for (int clipper = 0; clipper < CLIPPERS; clipper++) {
      ask(prefix + clipper, random);
      if (clipper % 5 == 4) {
        sql.sql(
                """
                UPDATE payout_request SET status = 'APPROVED', approved_by = 'boss', approved_at = now()
                WHERE clipper_id LIKE :mine AND status = 'REQUESTED' AND random() < 0.6\
                """)
            .param("mine", prefix + "%")
            .update();
        sql.sql(
                """
                UPDATE payout_request SET status = 'REJECTED', reason = 'x', closed_by = 'boss', closed_at = now()
                WHERE clipper_id LIKE :mine AND random() < 0.3 AND status IN ('REQUESTED', 'APPROVED')\
                """)
            .param("mine", prefix + "%")
            .update();
      }
    }
    return null;
  }

  private void ask(String clipper, Random random) {
    String currency = random.nextBoolean() ? "USD" : "EUR";
    sql.sql("INSERT INTO balance (clipper_id, currency) VALUES (?, ?)")
        .params(clipper, currency)
        .update();
    sql.sql(
            """
            INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros, method, details_masked,
                status, requested_at)
            VALUES (uuidv7(:at::timestamptz - now()), :clipper, :currency, :micros, 1, :method, '***', 'REQUESTED', :at::timestamptz)\
            """)
        .param("at", time(random).toString())
        .param("clipper", clipper)
        .param("currency", currency)
        .param("micros", 1 + random.nextInt(1_000_000_000))
        .param("method", random.nextBoolean() ? "BANK" : "PAYPAL")
        .update();
  }

  private Void addUp() {
    for (int times = 0; times < 50; times++) {
      totals.forget(TODAY);
    }
    return null;
  }

  private void assertEqualToRequests(PayoutFilter filter, long seed) {
    List<PayoutTotal> read =
        sql.sql(
                "SELECT currency, status, count(*), sum(amount_micros) FROM payout_request WHERE"
                    + " true"
                    + filter.conditions()
                    + " GROUP BY 1, 2 ORDER BY 1, 2")
            .params(filter.values())
            .query(
                (row, n) ->
                    new PayoutTotal(
                        row.getString(1),
                        PayoutStatus.valueOf(row.getString(2)),
                        row.getLong(3),
                        new BigDecimal(row.getLong(4)).movePointLeft(6).toPlainString()))
            .list();
    assertThat(totals.of(filter)).as("%s, seed %d", filter, seed).isEqualTo(read);
  }

  private static PayoutFilter filter(Random random) {
    @Nullable PayoutMethod method = random.nextInt(3) == 0 ? new PayoutMethod("BANK") : null;
    return new PayoutFilter(
        random.nextInt(8) == 0 ? "c1-7" : null,
        random.nextInt(3) == 0 ? PayoutStatus.APPROVED : null,
        random.nextInt(3) == 0 ? "EUR" : null,
        method,
        random.nextInt(3) == 0 ? null : time(random),
        random.nextInt(3) == 0 ? null : time(random));
  }

  /** Of the last days; some of them begin just then. */
  private static Instant time(Random random) {
    Instant midnight = TODAY.minus(Duration.ofDays(random.nextInt(DAYS)));
    return switch (random.nextInt(4)) {
      case 0 -> midnight;
      case 1 -> midnight.minus(1, ChronoUnit.MICROS);
      default -> midnight.plusSeconds(random.nextInt(86_400));
    };
  }

  private long count(String table) {
    return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
