package io.clipmeter.tracking.chaos;

import io.clipmeter.events.ReadingOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service wrote down of a wave. */
final class Outcomes {
  private static final String WAVE =
      """
      SELECT rc.clip_id, clip.video_id, rc.outcome, o.outcome AS observed, o.views, clip.last_views, clip.gone_said_in
      FROM round JOIN round_clip rc ON rc.round_id = round.id
      JOIN clip ON clip.id = rc.clip_id
      LEFT JOIN observation o ON o.reading_id = round.id AND o.clip_id = rc.clip_id AND o.kind = 'ROUND'
      WHERE round.number = :wave AND round.status = 'CLOSED'
      """;
  private static final String SUMS =
      """
      SELECT count(*) FROM round
      WHERE (clips, observed, unavailable, unreadable) = (
        SELECT count(*), count(*) FILTER (WHERE outcome = 'OK'), count(*) FILTER (WHERE outcome <> 'OK'),
               count(*) FILTER (WHERE outcome IN ('UNKNOWN', 'IMPLAUSIBLE'))
        FROM round_clip WHERE round_id = round.id)
      """;
  private static final String TRACKED = "SELECT id FROM clip WHERE status = 'TRACKED' ORDER BY id";
  private static final String LAST = "SELECT id, last_views FROM clip WHERE last_views IS NOT NULL";
  private static final String ROUNDS =
      "SELECT count(*) FROM round WHERE status = 'CLOSED' AND number = :wave";

  private static final String USED =
      "SELECT coalesce(max(spent_micros), 0) AS spent, coalesce(max(units), 0) AS units FROM"
          + " provider_use WHERE source = :source AND span = :span";

  private final JdbcClient jdbc;

  Outcomes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One clip of one round.
   *
   * @param outcome what the round says; null where it says nothing
   * @param observed what the history says; null where it says nothing
   * @param lastViews the clip's last good count after the round
   * @param goneSaidIn the round since which it is said to be gone; null where it is not
   */
  record Outcome(
      UUID clip,
      String video,
      @Nullable ReadingOutcome outcome,
      @Nullable ReadingOutcome observed,
      @Nullable Long views,
      @Nullable Long lastViews,
      @Nullable Long goneSaidIn) {}

  List<Outcome> of(int wave) {
    return jdbc.sql(WAVE)
        .param("wave", wave)
        .query(
            (rs, n) ->
                new Outcome(
                    rs.getObject("clip_id", UUID.class),
                    rs.getString("video_id"),
                    outcome(rs.getString("outcome")),
                    outcome(rs.getString("observed")),
                    rs.getObject("views", Long.class),
                    rs.getObject("last_views", Long.class),
                    rs.getObject("gone_said_in", Long.class)))
        .list();
  }

  private static @Nullable ReadingOutcome outcome(@Nullable String name) {
    return name == null ? null : ReadingOutcome.valueOf(name);
  }

  List<UUID> tracked() {
    return jdbc.sql(TRACKED).query((rs, n) -> rs.getObject("id", UUID.class)).list();
  }

  /** The last good count of every clip, tracked or not. */
  Map<UUID, Long> last() {
    Map<UUID, Long> last = new HashMap<>();
    jdbc.sql(LAST)
        .query(
            rs -> {
              last.put(rs.getObject("id", UUID.class), rs.getObject("last_views", Long.class));
            });
    return last;
  }

  int closed(int wave) {
    return jdbc.sql(ROUNDS).param("wave", wave).query(Integer.class).single();
  }

  /** The most that was spent in a month, in micros, as the service counts. */
  long spentMost() {
    return used("apify", "MONTH", "spent");
  }

  /** The most units that were used in a day, as the service counts. */
  long unitsMost() {
    return used("youtube", "DAY", "units");
  }

  private long used(String source, String span, String column) {
    return jdbc.sql(USED)
        .param("source", source)
        .param("span", span)
        .query((rs, n) -> rs.getLong(column))
        .single();
  }

  /** Rounds whose sums are those of their clips. */
  int soundSums() {
    return jdbc.sql(SUMS).query(Integer.class).single();
  }
}
