package io.clipmeter.analytics.balance;

import io.clipmeter.chassis.housekeeping.Expiring;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The money that is held, each amount once. */
@Component
class Holds implements Expiring {
  private static final String LEARN =
      """
      INSERT INTO held_money AS h (id, clipper_id, amount_micros, currency, payable_at, released)
      SELECT * FROM unnest(:ids::uuid[], :clippers::text[], :amounts::bigint[], :currencies::text[],
          :times::timestamptz[], :released::boolean[])
      ON CONFLICT (id) DO UPDATE SET released = true WHERE excluded.released AND NOT h.released
      """;
  private static final String FORGET = "DELETE FROM held_money WHERE payable_at <= :now";

  private final JdbcClient jdbc;

  Holds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void learn(List<Hold> heard) {
    TreeMap<UUID, Hold> merged = new TreeMap<>();
    heard.forEach(hold -> merged.merge(hold.id(), hold, Hold::and));
    List<Hold> holds = List.copyOf(merged.values());
    if (holds.isEmpty()) {
      return;
    }
    jdbc.sql(LEARN)
        .param("ids", column(holds, Hold::id, UUID[]::new))
        .param("clippers", column(holds, Hold::clipperId, String[]::new))
        .param("amounts", column(holds, h -> h.amount().micros(), Long[]::new))
        .param(
            "currencies",
            column(holds, h -> h.amount().currency().getCurrencyCode(), String[]::new))
        .param("times", column(holds, h -> time(h.payableAt()), Timestamp[]::new))
        .param("released", column(holds, Hold::released, Boolean[]::new))
        .update();
  }

  /** What can be paid out by now is held no longer. */
  @Override
  public void forget(Instant now) {
    jdbc.sql(FORGET).param("now", Timestamp.from(now)).update();
  }

  private static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static <C> C[] column(
      List<Hold> holds, Function<Hold, @Nullable C> value, IntFunction<C[]> array) {
    return holds.stream().map(value).toArray(array);
  }
}
