package io.clipmeter.tracking.source.usage;

import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Purpose;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The turns of each provider: no more than are allowed in any minute, whoever takes them.
 *
 * <p>A counter for each minute would let twice as many through around its end.
 */
@Component
class Turns {
  /** More rows than that are not needed: the window is made shorter instead. */
  private static final int SLOTS_MAX = 1_000;

  /** The way to the provider takes one call a moment longer than another. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  /** One call may leave late and the one that follows it in its slot on time. */
  private static final Duration MINUTE =
      Duration.ofMinutes(1).plus(Allowance.LATE_MAX).plus(MOMENT);

  /** Further ahead of the clock that it was written by nothing lies, give or take a while. */
  private static final Duration LONGEST = Allowance.PAUSE_MAX.plus(Duration.ofMinutes(5));

  /**
   * Others would pass over what an instance wrote that is further ahead, and what they write lies
   * in its past, so nobody would wait for the other.
   */
  private static final String IN_STEP = ClocksInStep.IN_STEP;

  /**
   * What nobody writes who is in step must hold up nobody. The database's clock is asked as well,
   * or an instance whose own is behind would take whatever is not free for that.
   */
  private static final String TOO_FAR =
      "free_at > greatest(:now::timestamptz, now()) + :far * interval '1 ms'";

  private static final String COMES =
      "CASE WHEN " + TOO_FAR + " THEN :now::timestamptz ELSE greatest(free_at, :now) END";

  /** Of those that are free, money takes the last first: the first ones are for people, too. */
  private static final String TAKE =
      """
      UPDATE provider_turn SET free_at = %1$s + :window * interval '1 ms'
      WHERE source = :source AND slot = (
        SELECT slot FROM provider_turn
        WHERE source = :source AND slot < :slots AND %1$s <= :latest AND %2$s
        ORDER BY %1$s, slot DESC LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING free_at - :window * interval '1 ms'
      """
          .formatted(COMES, IN_STEP);

  private static final String STAND_IN_LINE =
      "SELECT slot FROM provider_turn WHERE source = :source AND slot = 0 FOR UPDATE";

  private static final String ADD =
      """
      INSERT INTO provider_turn (source, slot, free_at)
      SELECT :source, slot, least(:now::timestamptz, now()) FROM generate_series(0, :slots - 1) AS slot
      ON CONFLICT DO NOTHING
      """;

  private static final String PAUSE =
      """
      WITH early AS (
        SELECT source, slot FROM provider_turn
        WHERE source = :source AND (free_at < :until OR %s) AND %s ORDER BY slot FOR UPDATE)
      UPDATE provider_turn AS turn SET free_at = :until
      FROM early WHERE turn.source = early.source AND turn.slot = early.slot
      """
          .formatted(TOO_FAR, IN_STEP);

  private final JdbcClient jdbc;
  private final PartSettings parts;
  private final TurnSettings settings;

  Turns(JdbcClient jdbc, PartSettings parts, TurnSettings settings) {
    this.jdbc = jdbc;
    this.parts = parts;
    this.settings = settings;
  }

  /** Adds the turns that a provider lacks. */
  void add(String provider, int perMinute, Instant now) {
    jdbc.sql(ADD)
        .param("source", provider)
        .param("slots", slots(perMinute))
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * Waits until nobody else takes a turn of this provider, and has the others wait until the
   * transaction ends: who passes over the turns in others' hands finds none, or one too late.
   */
  void standInLine(String provider) {
    jdbc.sql(STAND_IN_LINE).param("source", provider).query(Integer.class).optional();
  }

  /**
   * Takes the next turn, for now or later; empty where none comes in time, or this instance is out
   * of step.
   */
  Optional<Instant> take(
      String provider, int perMinute, Purpose purpose, Instant now, Duration longest) {
    return at(jdbc.sql(TAKE), now)
        .param("source", provider)
        .param("slots", parts.turns(slots(perMinute), purpose))
        .param("window", window(perMinute).toMillis())
        .param("far", far().toMillis())
        .param("latest", Timestamp.from(now.plus(longest)))
        .query((rs, n) -> rs.getTimestamp(1).toInstant())
        .optional();
  }

  /** Has no turn come before this time; does nothing for who is out of step. */
  void pause(String provider, Instant until, Instant now) {
    at(jdbc.sql(PAUSE), now)
        .param("source", provider)
        .param("until", Timestamp.from(until))
        .param("far", far().toMillis())
        .update();
  }

  private JdbcClient.StatementSpec at(JdbcClient.StatementSpec statement, Instant now) {
    return statement
        .param("now", Timestamp.from(now))
        .param("ahead", settings.clockAheadMax().toMillis());
  }

  private Duration far() {
    return settings.clockAheadMax().plus(LONGEST);
  }

  private static int slots(int perMinute) {
    return Math.min(perMinute, SLOTS_MAX);
  }

  /** As long as so many slots are meant to last. */
  private static Duration window(int perMinute) {
    return MINUTE.multipliedBy(slots(perMinute)).dividedBy(perMinute);
  }
}
