package io.clipmeter.analytics.balance;

import java.sql.Timestamp;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payout requests as they are now. */
@Component
class Payouts {
  private static final String LEARN =
      """
      INSERT INTO payout AS p (id, clipper_id, amount_micros, currency, status, step, changed_at)
      SELECT * FROM unnest(:ids::uuid[], :clippers::text[], :amounts::bigint[], :currencies::text[],
          :statuses::text[], :steps::smallint[], :times::timestamptz[])
      ON CONFLICT (id) DO UPDATE SET
        status = excluded.status, step = excluded.step, changed_at = excluded.changed_at
      WHERE excluded.step > p.step
      """;

  private final JdbcClient jdbc;

  Payouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes over what is further on its way than what is known. */
  void learn(List<PayoutFacts> heard) {
    TreeMap<UUID, PayoutFacts> merged = new TreeMap<>();
    heard.forEach(facts -> merged.merge(facts.id(), facts, PayoutFacts::and));
    List<PayoutFacts> facts = List.copyOf(merged.values());
    jdbc.sql(LEARN)
        .param("ids", column(facts, PayoutFacts::id, UUID[]::new))
        .param("clippers", column(facts, PayoutFacts::clipperId, String[]::new))
        .param("amounts", column(facts, f -> f.amount().micros(), Long[]::new))
        .param(
            "currencies",
            column(facts, f -> f.amount().currency().getCurrencyCode(), String[]::new))
        .param("statuses", column(facts, f -> f.status().name(), String[]::new))
        .param("steps", column(facts, f -> f.status().step(), Integer[]::new))
        .param("times", column(facts, f -> Timestamp.from(f.changedAt()), Timestamp[]::new))
        .update();
  }

  private static <C> C[] column(
      List<PayoutFacts> facts, Function<PayoutFacts, C> value, IntFunction<C[]> array) {
    return facts.stream().map(value).toArray(array);
  }
}
