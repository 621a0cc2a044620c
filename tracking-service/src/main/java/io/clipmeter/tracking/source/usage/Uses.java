package io.clipmeter.tracking.source.usage;

import io.clipmeter.tracking.source.call.Allowance.End;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.call.Use;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was used of each provider, by day and by month. */
@Component
class Uses {
  /**
   * Adds to both rows or, where a limit stands in the way, to fewer: the caller rolls back then.
   */
  private static final String ADD =
      """
      INSERT INTO provider_use AS u (source, span, starts_on, calls, videos, units, spent_micros, people_units,
                                     people_micros)
      SELECT :source, n.span, n.starts_on, 1, :videos, :units, :price, :people_units, :people_price
      FROM (VALUES ('DAY', :day::date), ('MONTH', date_trunc('month', :day::date)::date)) AS n (span, starts_on)
      WHERE (n.span <> 'MONTH' OR :cap::bigint IS NULL OR :price <= :cap AND :people_price <= :people_cap)
        AND (n.span <> :span OR :quota::bigint IS NULL OR :units <= :quota AND :people_units <= :people_quota)
      ORDER BY n.span
      ON CONFLICT (source, span, starts_on) DO UPDATE
      SET calls = u.calls + 1, videos = u.videos + :videos, units = u.units + :units,
        spent_micros = u.spent_micros + :price, people_units = u.people_units + :people_units,
        people_micros = u.people_micros + :people_price
      WHERE (u.span <> 'MONTH' OR :cap::bigint IS NULL OR :price = 0 OR u.spent_micros + :price <= :cap
             AND (:people_price = 0 OR u.people_micros + :people_price <= :people_cap))
        AND (u.span <> :span OR :quota::bigint IS NULL OR :units = 0 OR u.units + :units <= :quota
             AND (:people_units = 0 OR u.people_units + :people_units <= :people_quota))
      """;

  /** Locks in the order in which rows are added to, or two calls would wait for each other. */
  private static final String END =
      """
      WITH used AS (
        SELECT source, span, starts_on FROM provider_use
        WHERE source = :source
          AND (span, starts_on) IN (('DAY', :day::date), ('MONTH', date_trunc('month', :day::date)::date))
        ORDER BY span FOR UPDATE)
      UPDATE provider_use AS u SET calls = calls - :not_made, failed = failed + :failed, took_ms = took_ms + :took,
        videos = videos - :videos, units = units - :units, spent_micros = spent_micros - :price,
        people_units = people_units - :people_units, people_micros = people_micros - :people_price
      FROM used WHERE (u.source, u.span, u.starts_on) = (used.source, used.span, used.starts_on)
      """;

  private static final String OF =
      """
      SELECT calls, failed, videos, units, spent_micros, took_ms FROM provider_use
      WHERE source = :source AND span = :span AND starts_on = :starts
      """;
  private static final int ROWS = Span.values().length;

  private final JdbcClient jdbc;
  private final PartSettings parts;

  Uses(JdbcClient jdbc, PartSettings parts) {
    this.jdbc = jdbc;
    this.parts = parts;
  }

  /** Counts a call; false where the cap or the quota does not suffice for it. */
  boolean add(String provider, ChargeSettings charges, LocalDate day, Use use) {
    return with(jdbc.sql(ADD), provider, day, use, charges.priceMicros(use))
            .param("cap", charges.capMicros(), Types.BIGINT)
            .param("people_cap", forPeople(charges.capMicros()), Types.BIGINT)
            .param("span", charges.quotaPeriod().name())
            .param("quota", charges.quota(), Types.BIGINT)
            .param("people_quota", forPeople(charges.quota()), Types.BIGINT)
            .update()
        == ROWS;
  }

  /**
   * Notes how a call ended, and takes back what was not used after all. One that was not made is
   * none: what the others took and how many of them failed says nothing otherwise.
   */
  void end(String provider, LocalDate day, End end, Duration took, Use back, long backMicros) {
    boolean made = end != End.NOT_CALLED;
    with(jdbc.sql(END), provider, day, back, backMicros)
        .param("not_made", made ? 0 : 1)
        .param("failed", made && end != End.OK ? 1 : 0)
        .param("took", made ? took.toMillis() : 0L)
        .update();
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec statement, String provider, LocalDate day, Use use, long micros) {
    boolean people = use.purpose() == Purpose.PEOPLE;
    return statement
        .param("source", provider)
        .param("day", Date.valueOf(day))
        .param("videos", use.videos())
        .param("units", use.units())
        .param("price", micros)
        .param("people_units", people ? use.units() : 0)
        .param("people_price", people ? micros : 0L);
  }

  private @Nullable Long forPeople(@Nullable Long limit) {
    return limit == null ? null : (Long) parts.of(limit, Purpose.PEOPLE);
  }

  /** What was used in the day or month that this day belongs to. */
  SpanUse of(String provider, Span span, LocalDate day) {
    return jdbc.sql(OF)
        .param("source", provider)
        .param("span", span.name())
        .param("starts", Date.valueOf(span.startOf(day)))
        .query((rs, n) -> use(rs))
        .optional()
        .orElse(SpanUse.NONE);
  }

  private static SpanUse use(ResultSet rs) throws SQLException {
    return new SpanUse(
        rs.getLong("calls"),
        rs.getLong("failed"),
        rs.getLong("videos"),
        rs.getLong("units"),
        rs.getLong("spent_micros"),
        rs.getLong("took_ms"));
  }
}
