package io.clipmeter.payout.stop;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.payout.stop.Stop.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All stops, those that stand and those that stood. */
@Component
public class Stops {
  private static final String SET =
      """
      INSERT INTO payout_stop (id, origin, clipper_id, currency, reason, set_at, set_by)
      VALUES (:id, 'ADMIN', :clipper, :currency, :reason, :now, :by)
      """;
  // One that stands already, or was told of before, is none more.
  private static final String FOUND =
      """
      INSERT INTO payout_stop (origin, clipper_id, currency, reason, reference, set_at)
      SELECT DISTINCT :origin, clipper_id, currency, left(reason, 500), reference, :now::timestamptz
      FROM unnest(:clippers::text[], :currencies::text[], :reasons::text[], :references::uuid[])
          AS found (clipper_id, currency, reason, reference)
      ON CONFLICT DO NOTHING
      """;
  private static final String PAGE =
      """
      SELECT * FROM payout_stop WHERE id < :before AND (NOT :open OR lifted_at IS NULL)
          AND (:clipper::text IS NULL OR clipper_id = :clipper)
      ORDER BY id DESC LIMIT :limit
      """;
  private static final String FIND = "SELECT * FROM payout_stop WHERE id = :id";
  private static final String ANY_OPEN =
      """
      SELECT EXISTS (SELECT FROM payout_request
          WHERE currency = :currency AND status IN ('REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN'))
      """;
  private static final String LIFT =
      """
      UPDATE payout_stop SET lifted_at = :now, lifted_by = :by, lifted_reason = :reason
      WHERE id = :id AND lifted_at IS NULL
      """;

  /**
   * What is wrong with a clipper's money, or everybody's.
   *
   * @param clipperId null for everybody's
   * @param reason what it is, 1 to 500 characters
   * @param reference what it is known by where it was found; null where it has no id
   */
  public record Finding(
      @Nullable String clipperId, String currency, String reason, @Nullable UUID reference) {}

  private final JdbcClient jdbc;

  Stops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stops what the look at the ledger has found, until somebody lifts it; how many are new. */
  public int foundHere(List<Finding> findings, Instant now) {
    return found(Origin.LEDGER, findings, now);
  }

  /**
   * Stops what the earnings service has found, once for each of its findings; how many are new.
   *
   * @param findings with a reference each
   */
  public int foundInEarnings(List<Finding> findings, Instant now) {
    return found(Origin.EARNINGS, findings, now);
  }

  private int found(Origin origin, List<Finding> findings, Instant now) {
    if (findings.isEmpty()) {
      return 0;
    }
    return jdbc.sql(FOUND)
        .param("origin", origin.name())
        .param("clippers", texts(findings, Finding::clipperId))
        .param("currencies", texts(findings, Finding::currency))
        .param("reasons", texts(findings, Finding::reason))
        .param("references", texts(findings, Stops::reference))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void set(UUID id, StopForm form, String by, Instant now) {
    jdbc.sql(SET)
        .param("id", id)
        .param("clipper", form.clipperId())
        .param("currency", form.currency())
        .param("reason", form.reason())
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether money of a payout in this currency may still leave. */
  boolean anyOpen(String currency) {
    return jdbc.sql(ANY_OPEN).param("currency", currency).query(Boolean.class).single();
  }

  /** Whether it stood until now. */
  boolean lift(UUID id, String by, String reason, Instant now) {
    return jdbc.sql(LIFT)
            .param("id", id)
            .param("by", by)
            .param("reason", reason)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Stop> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(Stops::row).optional();
  }

  /** Newest first; those of one clipper only, and those that stand only, where asked for. */
  List<Stop> page(@Nullable String clipperId, boolean open, PageQuery page) {
    return jdbc.sql(PAGE)
        .param("clipper", clipperId)
        .param("open", open)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Stops::row)
        .list();
  }

  private static Stop row(ResultSet row, int number) throws SQLException {
    OffsetDateTime liftedAt = row.getObject("lifted_at", OffsetDateTime.class);
    return new Stop(
        row.getObject("id", UUID.class),
        Origin.valueOf(row.getString("origin")),
        row.getString("clipper_id"),
        row.getString("currency"),
        row.getString("reason"),
        row.getObject("reference", UUID.class),
        row.getObject("set_at", OffsetDateTime.class).toInstant(),
        row.getString("set_by"),
        liftedAt == null ? null : liftedAt.toInstant(),
        row.getString("lifted_by"),
        row.getString("lifted_reason"));
  }

  private static @Nullable String reference(Finding finding) {
    return finding.reference() == null ? null : finding.reference().toString();
  }

  private static @Nullable String[] texts(
      List<Finding> findings, Function<Finding, @Nullable String> part) {
    return findings.stream().map(part).toArray(String[]::new);
  }
}
