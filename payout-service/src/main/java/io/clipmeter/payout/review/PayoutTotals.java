package io.clipmeter.payout.review;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.payout.request.PayoutFilter;
import io.clipmeter.payout.request.PayoutStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sums of payout requests; amounts of different currencies are never added. Whole days are
 * summed up by the database as statuses change; requests are read of parts of days, and of one
 * clipper.
 */
@Component
class PayoutTotals implements Expiring {
  private static final String ASKED =
      """
      SELECT currency, status, count(*) AS requests, sum(amount_micros) AS micros
      FROM payout_request WHERE true%s GROUP BY currency, status
      """;
  private static final String KEPT =
      """
      SELECT currency, status, sum(requests) AS requests, sum(micros) AS micros FROM (
          SELECT * FROM (
              SELECT day, currency, method, status, requests, micros FROM payout_total
              UNION ALL
              SELECT day, currency, method, status, requests, micros FROM payout_total_news) both_of_them
          WHERE true%s) meant
      GROUP BY currency, status HAVING sum(requests) <> 0
      """;
  private static final String ADD =
      """
      WITH news AS (DELETE FROM payout_total_news RETURNING *)
      INSERT INTO payout_total AS t (day, currency, method, status, requests, micros)
      SELECT day, currency, method, status, sum(requests), sum(micros) FROM news
      GROUP BY day, currency, method, status ORDER BY day, currency, method, status
      ON CONFLICT (day, currency, method, status) DO UPDATE
      SET requests = t.requests + excluded.requests, micros = t.micros + excluded.micros
      """;
  private static final int MICROS = 6;
  private static final Duration A_DAY = Duration.ofDays(1);

  private final JdbcClient jdbc;

  PayoutTotals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One currency's of one status. */
  private record Sum(String currency, PayoutStatus status, long requests, BigDecimal micros) {
    Sum plus(Sum other) {
      return new Sum(currency, status, requests + other.requests, micros.add(other.micros));
    }

    PayoutTotal total() {
      return new PayoutTotal(
          currency, status, requests, micros.movePointLeft(MICROS).toPlainString());
    }
  }

  /** By currency and status. */
  List<PayoutTotal> of(PayoutFilter filter) {
    Map<String, Sum> sums = new TreeMap<>();
    for (Sum sum : sums(filter)) {
      sums.merge(sum.currency() + sum.status(), sum, Sum::plus);
    }
    return sums.values().stream().map(Sum::total).toList();
  }

  /** Of the whole days, and of what the first and the last one have that are not whole. */
  private List<Sum> sums(PayoutFilter filter) {
    Instant from = filter.from();
    Instant until = filter.until();
    Instant first = from == null ? null : midnight(from.plus(A_DAY).minusNanos(1));
    Instant end = until == null ? null : midnight(until);
    if (filter.clipperId() != null || (first != null && end != null && !first.isBefore(end))) {
      return asked(filter);
    }
    List<Sum> sums = new ArrayList<>(kept(filter.between(first, end)));
    if (from != null && from.isBefore(first)) {
      sums.addAll(asked(filter.between(from, first)));
    }
    if (until != null && until.isAfter(end)) {
      sums.addAll(asked(filter.between(end, until)));
    }
    return sums;
  }

  private List<Sum> asked(PayoutFilter filter) {
    return sums(ASKED.formatted(filter.conditions()), filter.values());
  }

  private List<Sum> kept(PayoutFilter days) {
    return sums(keptOf(days), days.values());
  }

  /** The statement of whole days, which reads no requests. */
  static String keptOf(PayoutFilter days) {
    return KEPT.formatted(days.conditionsOfDays());
  }

  private List<Sum> sums(String statement, Map<String, Object> values) {
    return jdbc.sql(statement)
        .params(values)
        .query(
            (row, n) ->
                new Sum(
                    row.getString("currency"),
                    PayoutStatus.valueOf(row.getString("status")),
                    row.getLong("requests"),
                    row.getBigDecimal("micros")))
        .list();
  }

  private static Instant midnight(Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS);
  }

  /** Adds up what has changed since: what it says is in the totals then. */
  @Override
  public void forget(Instant now) {
    jdbc.sql(ADD).update();
  }
}
