package io.clipmeter.payout.reconciliation;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import io.clipmeter.payout.reconciliation.Discrepancy.Side;
import io.clipmeter.payout.reconciliation.EarningMinutes.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The differences that stand or stood. */
@Component
class Discrepancies {
  private static final Duration SETTLED = Duration.ofMinutes(10);
  // What two admins have corrected of a minute stays posted, whatever else is posted of it later.
  private static final String CORRECTED =
      """
      CROSS JOIN LATERAL (SELECT coalesce(sum(correction_micros), 0)::bigint AS micros FROM discrepancy
          WHERE (clipper_id, currency, minute) = (m.clipper_id, m.currency, m.minute) AND resolved_at IS NOT NULL
              AND correction_micros IS NOT NULL) c
      """;
  // What was corrected stands for facts that were not posted or should not have been, so then the
  // sums have to be the same, and not the facts.
  private static final String AGREES =
      """
      ((m.held_micros, m.released_micros) = (m.stated_held_micros, m.stated_released_micros)
          AND CASE WHEN c.micros = 0 THEN (m.facts, m.accrued_micros, m.adjusted_micros)
                  = (m.stated_facts, m.stated_accrued_micros, m.stated_adjusted_micros)
              ELSE m.accrued_micros + m.adjusted_micros + c.micros = m.stated_accrued_micros + m.stated_adjusted_micros END)
      """;
  private static final String FOUND =
      """
      INSERT INTO discrepancy (id, clipper_id, currency, minute, facts, posted_earned_micros, posted_held_micros,
          stated_facts, stated_earned_micros, stated_held_micros, found_at)
      SELECT uuidv7(), m.clipper_id, m.currency, m.minute, m.facts, m.accrued_micros + m.adjusted_micros + c.micros,
          m.held_micros - m.released_micros, m.stated_facts, m.stated_accrued_micros + m.stated_adjusted_micros,
          m.stated_held_micros - m.stated_released_micros, :now
      FROM earning_minute m
      """
          + CORRECTED;
  private static final String ONCE =
      " ON CONFLICT (clipper_id, currency, minute) WHERE resolved_at IS NULL DO NOTHING";
  private static final String DIFFERING =
      FOUND
          + """
          JOIN unnest(:clippers::text[], :currencies::text[], :minutes::timestamptz[]) AS p (clipper_id, currency, minute)
              ON (m.clipper_id, m.currency, m.minute) = (p.clipper_id, p.currency, p.minute)
          WHERE m.stated_facts IS NOT NULL AND NOT
          """
          + AGREES
          + ONCE;
  // Later minutes are stated: the earnings service is past this one, and has nothing of it. A
  // minute that is still to come has no business here; and a statement of one, from a clock that is
  // ahead, says nothing of those before it. What was before the first statement of all is nobody's
  // to state. While an outage is caught up, one partition may be hours of earnings ahead of
  // another, but not long: what was posted a moment ago may be stated in the next one.
  private static final String UNSTATED =
      FOUND
          + """
          WHERE m.stated_facts IS NULL
              AND m.minute >= (SELECT min(minute) FROM earning_minute WHERE stated_facts IS NOT NULL)
              AND (m.minute > :now::timestamptz + :patience::interval
                  OR m.posted_at <= :now::timestamptz - :settled::interval
                      AND m.minute < (SELECT max(minute) FROM earning_minute WHERE stated_facts IS NOT NULL AND minute <= :now)
                          - :patience::interval)
              AND NOT EXISTS (SELECT FROM discrepancy d WHERE d.facts = m.facts
                  AND (d.clipper_id, d.currency, d.minute) = (m.clipper_id, m.currency, m.minute))
          """
          + ONCE;
  private static final String OF =
      """
      FROM discrepancy d JOIN earning_minute m
          ON (m.clipper_id, m.currency, m.minute) = (d.clipper_id, d.currency, d.minute)
      """
          + CORRECTED;
  private static final String SHOW = "SELECT d.*, " + AGREES + " IS TRUE AS agrees " + OF;
  private static final String DIFFERENCE =
      """
      SELECT d.currency, coalesce(m.stated_accrued_micros + m.stated_adjusted_micros, 0)
          - m.accrued_micros - m.adjusted_micros - c.micros AS micros
      """
          + OF
          + " WHERE d.id = :id FOR UPDATE OF m";
  private static final String PAGE =
      SHOW
          + " WHERE d.id < :before AND (NOT :open OR d.resolved_at IS NULL) AND (:clipper::text IS"
          + " NULL OR d.clipper_id = :clipper) ORDER BY d.id DESC LIMIT :limit";
  private static final String FIND = SHOW + " WHERE d.id = :id";
  private static final String RESOLVE =
      """
      UPDATE discrepancy SET resolved_at = :now, resolved_by = :by, reason = :reason,
          correction_micros = CASE WHEN :corrected THEN correction_micros END,
          proposed_by = CASE WHEN :corrected THEN proposed_by END,
          proposed_at = CASE WHEN :corrected THEN proposed_at END,
          proposed_reason = CASE WHEN :corrected THEN proposed_reason END
      WHERE id = :id AND resolved_at IS NULL
          AND (NOT :corrected OR correction_micros = :micros AND proposed_by <> :by)
      """;
  private static final String PROPOSE =
      """
      UPDATE discrepancy SET correction_micros = :micros, proposed_by = :by, proposed_at = :now, proposed_reason = :reason
      WHERE id = :id AND resolved_at IS NULL
      """;
  private static final String OPEN = "SELECT count(*) FROM discrepancy WHERE resolved_at IS NULL";

  private final JdbcClient jdbc;

  Discrepancies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens one for each of these minutes whose two sides differ; how many are new. */
  int compare(List<Place> changed, Instant now) {
    return jdbc.sql(DIFFERING)
        .param("clippers", changed.stream().map(Place::clipperId).toArray(String[]::new))
        .param("currencies", changed.stream().map(Place::currency).toArray(String[]::new))
        .param("minutes", changed.stream().map(p -> p.minute().toString()).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Opens one for each minute that is left out though later ones are stated, and of which nothing
   * was posted in the last 10 minutes; how many are new.
   *
   * @param patience how much later those are
   */
  int leftOut(Duration patience, Instant now) {
    return jdbc.sql(UNSTATED)
        .param("patience", patience.toString())
        .param("settled", SETTLED.toString())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Newest first; those of one clipper only, and those that stand only, where asked for. */
  List<Discrepancy> page(@Nullable String clipperId, boolean open, PageQuery page) {
    return jdbc.sql(PAGE)
        .param("clipper", clipperId)
        .param("open", open)
        .param("before", page.before())
        .param("limit", page.limit())
        .query((row, n) -> read(row))
        .list();
  }

  Optional<Discrepancy> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
  }

  /** What is stated of its minute and not posted by now, locked; negative where more is posted. */
  Money difference(UUID id) {
    return jdbc.sql(DIFFERENCE)
        .param("id", id)
        .query((row, n) -> Money.ofMicros(row.getLong("micros"), row.getString("currency")))
        .single();
  }

  /** Whether it stood until now; nothing that was proposed is posted. */
  boolean resolve(UUID id, String by, String reason, Instant now) {
    return resolve(id, by, reason, 0, now);
  }

  /** Whether it stood until now, and another admin had proposed this correction. */
  boolean correct(UUID id, String by, String reason, Money correction, Instant now) {
    return resolve(id, by, reason, correction.micros(), now);
  }

  /** Proposes a correction in the place of another; whether it still stands. */
  boolean propose(UUID id, String by, String reason, Money correction, Instant now) {
    return jdbc.sql(PROPOSE)
            .param("id", id)
            .param("by", by)
            .param("reason", reason)
            .param("micros", correction.micros())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private boolean resolve(UUID id, String by, String reason, long corrected, Instant now) {
    return jdbc.sql(RESOLVE)
            .param("id", id)
            .param("by", by)
            .param("reason", reason)
            .param("corrected", corrected != 0)
            .param("micros", corrected)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** How many stand. */
  long open() {
    return jdbc.sql(OPEN).query(Long.class).single();
  }

  private static Discrepancy read(ResultSet row) throws SQLException {
    Instant foundAt = row.getObject("found_at", OffsetDateTime.class).toInstant();
    OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
    Long stated = row.getObject("stated_facts", Long.class);
    return new Discrepancy(
        row.getObject("id", UUID.class),
        row.getString("clipper_id"),
        row.getString("currency"),
        row.getObject("minute", OffsetDateTime.class).toInstant(),
        side(row, row.getLong("facts"), "posted"),
        stated == null ? null : side(row, stated, "stated"),
        row.getBoolean("agrees"),
        foundAt,
        resolvedAt == null ? null : resolvedAt.toInstant(),
        row.getString("resolved_by"),
        row.getString("reason"),
        correction(row),
        row.getString("proposed_by"),
        row.getString("proposed_reason"));
  }

  private static @Nullable Amount correction(ResultSet row) throws SQLException {
    Long micros = row.getObject("correction_micros", Long.class);
    return micros == null ? null : Amount.of(Money.ofMicros(micros, row.getString("currency")));
  }

  private static Side side(ResultSet row, long facts, String side) throws SQLException {
    String currency = row.getString("currency");
    return new Side(
        facts,
        Amount.of(Money.ofMicros(row.getLong(side + "_earned_micros"), currency)),
        Amount.of(Money.ofMicros(row.getLong(side + "_held_micros"), currency)));
  }
}
