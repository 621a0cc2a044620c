package io.clipmeter.payout.earning;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accruals that are not payable yet. */
@Component
class Maturities {
  private static final String ADD =
      """
      INSERT INTO maturing (accrual_id, clip_id, clipper_id, currency, micros, payable_at)
      SELECT * FROM unnest(:ids::uuid[], :clips::uuid[], :clippers::text[], :currencies::text[], :micros::bigint[], :times::timestamptz[])
      ON CONFLICT DO NOTHING
      """;

  /**
   * Those that another instance takes are passed over. An array, because a subquery that locks
   * finds other rows when the plan asks it again.
   */
  private static final String TAKE =
      """
      DELETE FROM maturing WHERE accrual_id = ANY (ARRAY(
          SELECT accrual_id FROM maturing WHERE payable_at <= :now AND (:clipper::text IS NULL OR clipper_id = :clipper)
          ORDER BY payable_at LIMIT :max FOR UPDATE SKIP LOCKED))
      RETURNING accrual_id, clipper_id, currency, micros
      """;

  private static final String OWNERS =
      "SELECT DISTINCT clipper_id FROM maturing WHERE payable_at <= :now ORDER BY clipper_id";
  private static final String OLDEST = "SELECT min(payable_at) FROM maturing";

  private final JdbcClient jdbc;

  Maturities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Earning> pending) {
    if (pending.isEmpty()) {
      return;
    }
    jdbc.sql(ADD)
        .param("ids", column(pending, e -> e.entry().reference(), UUID[]::new))
        .param("clips", column(pending, Earning::clipId, UUID[]::new))
        .param("clippers", column(pending, e -> e.entry().clipperId(), String[]::new))
        .param(
            "currencies",
            column(pending, e -> e.entry().amount().currency().getCurrencyCode(), String[]::new))
        .param("micros", column(pending, e -> e.entry().amount().micros(), Long[]::new))
        .param(
            "times",
            column(
                pending,
                e -> Timestamp.from(Objects.requireNonNull(e.payableAt())),
                Timestamp[]::new))
        .update();
  }

  /** Whose accruals are payable now. */
  List<String> owners(Instant now) {
    return jdbc.sql(OWNERS)
        .param("now", Timestamp.from(now))
        .query((row, n) -> row.getString("clipper_id"))
        .list();
  }

  /** When the first of all becomes payable, or should have become so. */
  Optional<Instant> oldest() {
    return jdbc.sql(OLDEST)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  /**
   * Takes out what is payable now, as what makes it so; nothing of what was used up before.
   *
   * @param clipperId whose; null for all
   */
  List<JournalEntry> take(@Nullable String clipperId, Instant now, int max) {
    List<JournalEntry> payable = new ArrayList<>();
    jdbc.sql(TAKE)
        .param("clipper", clipperId)
        .param("now", Timestamp.from(now))
        .param("max", max)
        .query(
            row -> {
              Money free = Money.ofMicros(row.getLong("micros"), row.getString("currency"));
              if (free.isPositive()) {
                UUID accrual = row.getObject("accrual_id", UUID.class);
                payable.add(
                    new JournalEntry(
                        EntryKind.MATURITY, accrual, row.getString("clipper_id"), free));
              }
            });
    return payable;
  }

  private static <C> C[] column(
      List<Earning> pending, Function<Earning, C> value, IntFunction<C[]> array) {
    return pending.stream().map(value).toArray(array);
  }
}
