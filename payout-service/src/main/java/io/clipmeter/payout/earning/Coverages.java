package io.clipmeter.payout.earning;

import io.clipmeter.payout.earning.Coverage.Part;
import io.clipmeter.payout.earning.Coverage.Taken;
import io.clipmeter.payout.earning.Coverage.Waiting;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of clips whose money is not payable yet and was corrected. */
@Component
class Coverages {
  // What becomes payable at this moment is locked by who makes it so, and waits no more.
  private static final String WAITING =
      """
      SELECT accrual_id, clip_id, clipper_id, currency, micros, payable_at FROM maturing WHERE clip_id = ANY(:clips::uuid[])
      ORDER BY accrual_id FOR UPDATE SKIP LOCKED
      """;
  private static final String PARTS =
      """
      SELECT hold_id, accrual_id, micros FROM maturing_held WHERE accrual_id = ANY(:accruals::uuid[])
      ORDER BY hold_id, accrual_id
      """;
  private static final String TAKEN =
      """
      SELECT adjustment_id, clip_id, taken_at, micros FROM maturing_taken WHERE clip_id = ANY(:clips::uuid[])
      ORDER BY adjustment_id
      """;
  private static final String FREE =
      """
      UPDATE maturing m SET micros = f.micros FROM unnest(:accruals::uuid[], :micros::bigint[]) AS f (accrual_id, micros)
      WHERE m.accrual_id = f.accrual_id AND m.micros <> f.micros
      """;
  private static final String END = "DELETE FROM maturing_held WHERE hold_id = ANY(:holds::uuid[])";
  private static final String HOLD =
      """
      INSERT INTO maturing_held (hold_id, accrual_id, micros)
      SELECT * FROM unnest(:holds::uuid[], :accruals::uuid[], :micros::bigint[])
      """;
  private static final String TAKE =
      """
      INSERT INTO maturing_taken (adjustment_id, clip_id, taken_at, micros)
      SELECT * FROM unnest(:adjustments::uuid[], :clips::uuid[], :times::timestamptz[], :micros::bigint[])
      """;

  private final JdbcClient jdbc;

  Coverages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is kept of these clips, locked.
   *
   * @param over holds whose end was heard of before
   */
  Coverage of(Collection<UUID> clips, Set<UUID> over) {
    List<Waiting> waiting =
        jdbc.sql(WAITING)
            .param("clips", texts(clips))
            .query(
                (row, n) ->
                    new Waiting(
                        row.getObject("accrual_id", UUID.class),
                        row.getObject("clip_id", UUID.class),
                        row.getString("clipper_id"),
                        row.getString("currency"),
                        row.getLong("micros"),
                        row.getObject("payable_at", OffsetDateTime.class).toInstant()))
            .list();
    List<Part> parts =
        jdbc.sql(PARTS)
            .param("accruals", texts(waiting.stream().map(Waiting::accrualId).toList()))
            .query(
                (row, n) ->
                    new Part(
                        row.getObject("hold_id", UUID.class),
                        row.getObject("accrual_id", UUID.class),
                        row.getLong("micros")))
            .list();
    List<Taken> taken =
        jdbc.sql(TAKEN)
            .param("clips", texts(clips))
            .query(
                (row, n) ->
                    new Taken(
                        row.getObject("adjustment_id", UUID.class),
                        row.getObject("clip_id", UUID.class),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getLong("micros")))
            .list();
    return new Coverage(waiting, parts, taken, over);
  }

  /** Keeps what has become of it. */
  void keep(Coverage coverage) {
    Map<UUID, Long> free = coverage.free();
    List<UUID> accruals = List.copyOf(free.keySet());
    jdbc.sql(FREE)
        .param("accruals", texts(accruals))
        .param("micros", accruals.stream().map(free::get).toArray(Long[]::new))
        .update();
    jdbc.sql(END).param("holds", texts(coverage.ended())).update();
    List<Part> parts = coverage.newParts();
    jdbc.sql(HOLD)
        .param("holds", texts(parts.stream().map(Part::holdId).toList()))
        .param("accruals", texts(parts.stream().map(Part::accrualId).toList()))
        .param("micros", parts.stream().map(Part::micros).toArray(Long[]::new))
        .update();
    List<Taken> taken = coverage.newTaken();
    jdbc.sql(TAKE)
        .param("adjustments", texts(taken.stream().map(Taken::adjustmentId).toList()))
        .param("clips", texts(taken.stream().map(Taken::clipId).toList()))
        .param("times", taken.stream().map(each -> each.at().toString()).toArray(String[]::new))
        .param("micros", taken.stream().map(Taken::micros).toArray(Long[]::new))
        .update();
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
