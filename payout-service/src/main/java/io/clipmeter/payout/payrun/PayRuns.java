package io.clipmeter.payout.payrun;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.money.Money;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All pay runs and what is in them. */
@Component
class PayRuns {
  private static final String INSERT =
      """
      INSERT INTO pay_run (id, currency, payouts, total_micros, created_by, created_at)
      VALUES (:id, :currency, :payouts, :total, :by, :at)
      """;
  private static final String INSERT_ITEMS =
      """
      INSERT INTO pay_run_item (payout_id, run_id)
      SELECT payout_id, :run FROM unnest(:payouts::uuid[]) AS item (payout_id) ORDER BY payout_id
      """;
  private static final String LIST =
      """
      SELECT r.*, (SELECT count(*) FROM pay_run_item i JOIN payout_request p ON p.id = i.payout_id
          WHERE i.run_id = r.id AND p.closed_at IS NULL) AS open
      FROM pay_run r\
      """;
  private static final String FIND = LIST + " WHERE id = :id";
  private static final String PAGE = LIST + " WHERE id < :before ORDER BY id DESC LIMIT :limit";
  private static final String PAYOUTS =
      """
      SELECT p.* FROM pay_run_item i JOIN payout_request p ON p.id = i.payout_id
      WHERE i.run_id = :run ORDER BY p.id
      """;

  private static final String IN_FILE =
      """
      SELECT p.id FROM pay_run_item i JOIN payout_request p ON p.id = i.payout_id
      WHERE i.run_id = :run AND p.status = 'SENDING' AND money_may_leave(p.clipper_id, p.currency)
      """;

  private final JdbcClient jdbc;

  PayRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(PayRun run, List<UUID> payouts) {
    jdbc.sql(INSERT)
        .param("id", run.id())
        .param("currency", run.total().currency().getCurrencyCode())
        .param("payouts", run.payouts())
        .param("total", run.total().micros())
        .param("by", run.createdBy())
        .param("at", run.createdAt().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(INSERT_ITEMS)
        .param("run", run.id())
        .param("payouts", payouts.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }

  Optional<PayRun> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(PayRuns::row).optional();
  }

  /** All runs, newest first. */
  List<PayRun> page(PageQuery page) {
    return jdbc.sql(PAGE)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(PayRuns::row)
        .list();
  }

  /** What is in a run, oldest first: as many as a run may have. */
  List<PayoutRequest> payouts(UUID run) {
    return jdbc.sql(PAYOUTS).param("run", run).query(PayoutRequests::row).list();
  }

  /** Which of a run the bank may be told to pay now: those on their way whose money may leave. */
  Set<UUID> inFile(UUID run) {
    return jdbc.sql(IN_FILE)
        .param("run", run)
        .query((row, number) -> row.getObject("id", UUID.class))
        .set();
  }

  private static PayRun row(ResultSet row, int number) throws SQLException {
    return new PayRun(
        row.getObject("id", UUID.class),
        row.getInt("payouts"),
        Money.ofMicros(row.getLong("total_micros"), row.getString("currency")),
        row.getLong("open"),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
