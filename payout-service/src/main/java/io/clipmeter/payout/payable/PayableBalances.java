package io.clipmeter.payout.payable;

import io.clipmeter.money.Money;
import io.clipmeter.payout.request.PayoutSettings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The balances that reach the smallest payout of their currency, of clippers who have no request in
 * flight in it and whose earnings in it are neither in question nor stopped.
 */
@Component
class PayableBalances {
  // As numeric: what is left of parts that fit a bigint may be less than fits one.
  private static final String PAYABLE =
      """
      WITH rule AS (
          SELECT * FROM unnest(:currencies::text[], :smallest::bigint[], :largest::bigint[],
              :units::bigint[]) AS rule (currency, smallest, largest, unit)),
      payable AS (
          SELECT b.clipper_id, b.currency, m.available,
              least(m.available - m.available % rule.unit, rule.largest) AS amount
          FROM balance b JOIN rule ON rule.currency = b.currency
          CROSS JOIN LATERAL (SELECT b.earned_micros::numeric - b.taken_back_micros - b.held_micros
              - b.reserved_micros - b.paid_micros AS available) m
          WHERE m.available >= rule.smallest AND NOT EXISTS (SELECT 1 FROM payout_request p
              WHERE p.clipper_id = b.clipper_id AND p.currency = b.currency
                  AND p.status IN ('REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN'))
              AND NOT EXISTS (SELECT FROM discrepancy d WHERE d.clipper_id = b.clipper_id
                  AND d.currency = b.currency AND d.resolved_at IS NULL)
              AND NOT EXISTS (SELECT FROM payout_stop s WHERE s.lifted_at IS NULL
                  AND (s.clipper_id IS NULL OR s.clipper_id = b.clipper_id)
                  AND (s.currency IS NULL OR s.currency = b.currency)))
      """;
  private static final String PAGE =
      PAYABLE
          + """
          SELECT * FROM payable WHERE (clipper_id, currency) > (:clipper, :currency)
          ORDER BY clipper_id, currency LIMIT :limit
          """;
  private static final String TOTALS =
      PAYABLE
          + """
          SELECT currency, count(*) AS clippers, sum(amount) AS micros
          FROM payable GROUP BY currency ORDER BY currency
          """;

  /** All that is payable in one currency; together it may exceed a long. */
  record Total(String currency, long clippers, BigDecimal micros) {}

  private final JdbcClient jdbc;
  private final PayoutSettings settings;

  PayableBalances(JdbcClient jdbc, PayoutSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** So many of those that come after this one. */
  List<Payable> page(Place after, int limit) {
    return jdbc.sql(PAGE)
        .params(rules())
        .param("clipper", after.clipperId())
        .param("currency", after.currency())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Payable(
                    row.getString("clipper_id"),
                    Money.ofMicros(row.getLong("available"), row.getString("currency")),
                    Money.ofMicros(row.getLong("amount"), row.getString("currency"))))
        .list();
  }

  List<Total> totals() {
    return jdbc.sql(TOTALS)
        .params(rules())
        .query(
            (row, n) ->
                new Total(
                    row.getString("currency"),
                    row.getLong("clippers"),
                    row.getBigDecimal("micros")))
        .list();
  }

  /** What may be asked for, by currency: of all that payouts are made in. */
  private Map<String, Object> rules() {
    List<Currency> currencies = settings.currencies();
    Map<String, Object> rules = new TreeMap<>();
    rules.put(
        "currencies", currencies.stream().map(Currency::getCurrencyCode).toArray(String[]::new));
    rules.put(
        "smallest",
        currencies.stream().map(each -> settings.minimum(each).micros()).toArray(Long[]::new));
    rules.put(
        "largest",
        currencies.stream().map(each -> settings.maximum(each).micros()).toArray(Long[]::new));
    rules.put(
        "units",
        currencies.stream()
            .map(each -> Money.zero(each).minorUnit().micros())
            .toArray(Long[]::new));
    return rules;
  }
}
