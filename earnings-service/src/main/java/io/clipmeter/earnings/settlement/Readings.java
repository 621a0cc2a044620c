package io.clipmeter.earnings.settlement;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read of each clip in each round; a reading that is there already is left alone. */
@Component
public class Readings {
  private static final String ADD =
      """
      INSERT INTO reading (round_id, clip_id, campaign_id, outcome, views, observed_at, source)
      SELECT * FROM unnest(:rounds::uuid[], :clips::uuid[], :campaigns::uuid[], :outcomes::text[], :views::bigint[],
                           :times::timestamptz[], :sources::text[])
      ON CONFLICT (round_id, clip_id) DO NOTHING
      """;

  /**
   * The clips of the round and of those held before it, as they stand, with the best that these
   * rounds read of them. A clip that this round has no more was tracked until it was gone.
   */
  private static final String OF_ROUND =
      """
      WITH best AS (
          SELECT clip_id, max(views) AS views, bool_or(round_id = :round AND outcome <> 'GONE') AS there
          FROM reading
          WHERE round_id = ANY (ARRAY(
              SELECT id FROM round WHERE campaign_id = :campaign AND status = 'HELD' UNION ALL SELECT :round))
          GROUP BY clip_id)
      SELECT c.id, c.clipper_id, c.baseline_views, c.high_views, c.accrued_micros, b.views, NOT b.there AS gone
      FROM best b JOIN clip c ON c.id = b.clip_id
      ORDER BY c.id
      """;

  private final JdbcClient jdbc;

  Readings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes readings, all in one statement. */
  public void add(List<Reading> readings) {
    jdbc.sql(ADD)
        .param("rounds", column(readings, Reading::roundId, UUID[]::new))
        .param("clips", column(readings, Reading::clipId, UUID[]::new))
        .param("campaigns", column(readings, Reading::campaignId, UUID[]::new))
        .param("outcomes", column(readings, r -> r.outcome().name(), String[]::new))
        .param("views", readings.stream().map(Reading::views).toArray(Long[]::new))
        .param("times", column(readings, r -> Timestamp.from(r.observedAt()), Timestamp[]::new))
        .param("sources", column(readings, r -> r.source().name(), String[]::new))
        .update();
  }

  /** Sorted by clip id. */
  List<ClipReading> ofRound(UUID roundId, UUID campaignId) {
    return jdbc.sql(OF_ROUND)
        .param("round", roundId)
        .param("campaign", campaignId)
        .query(
            (rs, n) ->
                new ClipReading(
                    rs.getObject("id", UUID.class),
                    rs.getString("clipper_id"),
                    rs.getLong("baseline_views"),
                    rs.getLong("high_views"),
                    rs.getLong("accrued_micros"),
                    rs.getObject("views", Long.class),
                    rs.getBoolean("gone")))
        .list();
  }

  private static <C> C[] column(
      List<Reading> readings, Function<Reading, C> value, IntFunction<C[]> array) {
    return readings.stream().map(value).toArray(array);
  }
}
