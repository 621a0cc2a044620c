package io.clipmeter.payout.review;

import io.clipmeter.payout.request.PayoutFilter;
import io.clipmeter.payout.request.PayoutStatus;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sums of payout requests; amounts of different currencies are never added. */
@Component
class PayoutTotals {
  private static final String SUM =
      """
      SELECT currency, status, count(*) AS requests, sum(amount_micros) AS micros
      FROM payout_request WHERE true\
      """;
  private static final String GROUPED = " GROUP BY currency, status ORDER BY currency, status";
  private static final int MICROS = 6;

  private final JdbcClient jdbc;

  PayoutTotals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PayoutTotal> of(PayoutFilter filter) {
    return jdbc.sql(SUM + filter.conditions() + GROUPED)
        .params(filter.values())
        .query(
            (row, n) ->
                new PayoutTotal(
                    row.getString("currency"),
                    PayoutStatus.valueOf(row.getString("status")),
                    row.getLong("requests"),
                    row.getBigDecimal("micros").movePointLeft(MICROS).toPlainString()))
        .list();
  }
}
