package io.clipmeter.earnings.settlement;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each clip earned in each settlement, and from which views. */
@Component
class Accruals {
  private static final String ADD =
      """
      INSERT INTO accrual (id, round_id, clip_id, clipper_id, entry_id, line, amount_micros, total_micros,
                           views_before, views_after, cpm_micros, rationed)
      SELECT id, :round, clip_id, clipper_id, :entry, line::int, amount, total, before, after, :cpm, rationed
      FROM unnest(:ids::uuid[], :clips::uuid[], :clippers::text[], :amounts::bigint[], :totals::bigint[],
                  :befores::bigint[], :afters::bigint[], :rationed::boolean[]) WITH ORDINALITY
          AS a (id, clip_id, clipper_id, amount, total, before, after, rationed, line)
      """;

  /**
   * An accrual with its id, which is derived from round and clip: settling twice can't make two.
   */
  record Accrual(UUID id, Share share) {}

  private final JdbcClient jdbc;

  Accruals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Line n of the entry pays accrual n, counted from 1. */
  void add(UUID roundId, long entry, long cpmMicros, List<Accrual> accruals) {
    jdbc.sql(ADD)
        .param("round", roundId)
        .param("entry", entry)
        .param("cpm", cpmMicros)
        .param("ids", column(accruals, Accrual::id, UUID[]::new))
        .param("clips", column(accruals, a -> a.share().clip().clipId(), UUID[]::new))
        .param("clippers", column(accruals, a -> a.share().clip().clipperId(), String[]::new))
        .param("amounts", column(accruals, a -> a.share().micros(), Long[]::new))
        .param("totals", column(accruals, a -> a.share().totalMicros(), Long[]::new))
        .param("befores", column(accruals, a -> a.share().clip().highViews(), Long[]::new))
        .param("afters", column(accruals, a -> a.share().clip().viewsAfter(), Long[]::new))
        .param("rationed", column(accruals, a -> a.share().rationed(), Boolean[]::new))
        .update();
  }

  private static <C> C[] column(
      List<Accrual> accruals, Function<Accrual, C> value, IntFunction<C[]> array) {
    return accruals.stream().map(value).toArray(array);
  }
}
