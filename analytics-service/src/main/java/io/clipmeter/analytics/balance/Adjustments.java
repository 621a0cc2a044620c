package io.clipmeter.analytics.balance;

import io.clipmeter.events.EarningsAdjusted;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What admins added to clips' earnings or took back, each once. */
@Component
class Adjustments {
  private static final String LEARN =
      """
      INSERT INTO adjustment (id, clip_id, clipper_id, amount_micros, currency)
      SELECT * FROM unnest(:ids::uuid[], :clips::uuid[], :clippers::text[], :amounts::bigint[], :currencies::text[])
      ON CONFLICT (id) DO NOTHING
      """;

  private final JdbcClient jdbc;

  Adjustments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void learn(List<EarningsAdjusted> heard) {
    if (heard.isEmpty()) {
      return;
    }
    jdbc.sql(LEARN)
        .param("ids", column(heard, EarningsAdjusted::adjustmentId, UUID[]::new))
        .param("clips", column(heard, EarningsAdjusted::clipId, UUID[]::new))
        .param("clippers", column(heard, EarningsAdjusted::clipperId, String[]::new))
        .param("amounts", column(heard, e -> e.amount().toMoney().micros(), Long[]::new))
        .param("currencies", column(heard, e -> e.amount().currency(), String[]::new))
        .update();
  }

  private static <C> C[] column(
      List<EarningsAdjusted> heard, Function<EarningsAdjusted, C> value, IntFunction<C[]> array) {
    return heard.stream().map(value).toArray(array);
  }
}
