package io.clipmeter.payout.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was posted of each clipper's earnings, by minute, beside what is stated of the minute. */
@Component
class EarningMinutes {
  // In one order for everybody, and nothing of before both sides were kept.
  private static final String GIVEN =
      """
      WITH given AS (
          SELECT clipper_id, currency, minute, facts, accrued, adjusted, held, released, place
          FROM unnest(:clippers::text[], :currencies::text[], :minutes::timestamptz[], :facts::bigint[], :accrued::bigint[],
              :adjusted::bigint[], :held::bigint[], :released::bigint[])
              WITH ORDINALITY AS g (clipper_id, currency, minute, facts, accrued, adjusted, held, released, place)
          WHERE minute >= (SELECT started_at FROM reconciliation_start))
      """;
  private static final String POSTED =
      GIVEN
          + """
          INSERT INTO earning_minute AS m (clipper_id, currency, minute, facts, accrued_micros, adjusted_micros, held_micros,
              released_micros, posted_at)
          SELECT clipper_id, currency, minute, sum(facts), sum(accrued), sum(adjusted), sum(held), sum(released), :now::timestamptz
          FROM given GROUP BY clipper_id, currency, minute ORDER BY clipper_id, currency, minute
          ON CONFLICT (clipper_id, currency, minute) DO UPDATE SET
              facts = m.facts + excluded.facts, accrued_micros = m.accrued_micros + excluded.accrued_micros,
              adjusted_micros = m.adjusted_micros + excluded.adjusted_micros,
              held_micros = m.held_micros + excluded.held_micros,
              released_micros = m.released_micros + excluded.released_micros, posted_at = excluded.posted_at
          RETURNING clipper_id, currency, minute
          """;
  // What was stated before in the same words changes nothing.
  private static final String STATED =
      GIVEN
          + """
          INSERT INTO earning_minute AS m (clipper_id, currency, minute, stated_facts, stated_accrued_micros,
              stated_adjusted_micros, stated_held_micros, stated_released_micros)
          SELECT DISTINCT ON (clipper_id, currency, minute) clipper_id, currency, minute, facts, accrued, adjusted, held, released
          FROM given ORDER BY clipper_id, currency, minute, place DESC
          ON CONFLICT (clipper_id, currency, minute) DO UPDATE SET
              stated_facts = excluded.stated_facts, stated_accrued_micros = excluded.stated_accrued_micros,
              stated_adjusted_micros = excluded.stated_adjusted_micros, stated_held_micros = excluded.stated_held_micros,
              stated_released_micros = excluded.stated_released_micros
          WHERE (m.stated_facts, m.stated_accrued_micros, m.stated_adjusted_micros, m.stated_held_micros,
                  m.stated_released_micros)
              IS DISTINCT FROM (excluded.stated_facts, excluded.stated_accrued_micros, excluded.stated_adjusted_micros,
                  excluded.stated_held_micros, excluded.stated_released_micros)
          RETURNING clipper_id, currency, minute
          """;
  private static final String OLDEST_UNSTATED =
      """
      SELECT min(minute) FROM earning_minute m WHERE stated_facts IS NULL
          AND minute >= coalesce((SELECT min(minute) FROM earning_minute WHERE stated_facts IS NOT NULL), '-infinity')
          AND NOT EXISTS (SELECT FROM discrepancy d
              WHERE (d.clipper_id, d.currency, d.minute) = (m.clipper_id, m.currency, m.minute))
      """;

  /** Which minute of whom. */
  record Place(String clipperId, String currency, Instant minute) {}

  private final JdbcClient jdbc;

  EarningMinutes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds what was posted; which minutes that changed. */
  List<Place> posted(List<Figures> facts, Instant now) {
    return write(POSTED, facts, Map.of("now", now.atOffset(ZoneOffset.UTC)));
  }

  /** Keeps what is stated, of several statements the last; which minutes that changed. */
  List<Place> stated(List<Figures> statements) {
    return write(STATED, statements, Map.of());
  }

  /** The oldest minute of which something was posted and nothing stated, as far as nobody knows. */
  Optional<Instant> oldestUnstated() {
    return jdbc.sql(OLDEST_UNSTATED)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  private List<Place> write(String sql, List<Figures> figures, Map<String, ?> more) {
    if (figures.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(sql)
        .params(more)
        .param("clippers", texts(figures, Figures::clipperId))
        .param("currencies", texts(figures, Figures::currency))
        .param("minutes", texts(figures, f -> f.minute().toString()))
        .param("facts", micros(figures, Figures::facts))
        .param("accrued", micros(figures, Figures::accrued))
        .param("adjusted", micros(figures, Figures::adjusted))
        .param("held", micros(figures, Figures::held))
        .param("released", micros(figures, Figures::released))
        .query((row, n) -> place(row))
        .list();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant());
  }

  private static String[] texts(List<Figures> rows, Function<Figures, String> part) {
    return rows.stream().map(part).toArray(String[]::new);
  }

  private static Long[] micros(List<Figures> figures, ToLongFunction<Figures> part) {
    return figures.stream().mapToLong(part).boxed().toArray(Long[]::new);
  }
}
