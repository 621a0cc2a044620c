package io.clipmeter.earnings.round;

import io.clipmeter.earnings.terms.Segment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read of each clip in each round; a reading that is there already is left alone. */
@Component
public class Readings {
  private static final String ADD =
      """
      INSERT INTO reading (round_id, clip_id, campaign_id, outcome, views, observed_at, source)
      SELECT * FROM unnest(:rounds::uuid[], :clips::uuid[], :campaigns::uuid[], :outcomes::text[], :views::bigint[],
                           :times::timestamptz[], :sources::text[]) AS g (round_id)
      WHERE NOT EXISTS (
          SELECT FROM round r WHERE r.id = g.round_id AND r.status IN ('SETTLED', 'AFTER_COMPLETION'))
      ON CONFLICT (round_id, clip_id) DO NOTHING
      """;

  /**
   * The clips of the round and of those held before it, as they stand, with the best that these
   * rounds read of them. A clip that this round has no more was tracked until it was gone.
   */
  private static final String OF_ROUND =
      """
      WITH best AS (
          SELECT DISTINCT ON (clip_id) clip_id, views, observed_at, source,
                 bool_or(round_id = :round AND outcome <> 'GONE') OVER (PARTITION BY clip_id) AS there
          FROM reading WHERE round_id = ANY(:rounds)
          ORDER BY clip_id, views DESC NULLS LAST, observed_at)
      SELECT c.*, b.views, NOT b.there AS gone, b.observed_at, b.source
      FROM best b JOIN clip c ON c.id = b.clip_id AND c.campaign_id = :campaign
      ORDER BY c.id
      """;

  /**
   * The same, where none is held: each clip has one reading, and nothing is sorted for the best.
   */
  private static final String OF_ROUND_ALONE =
      """
      SELECT c.*, g.views, g.outcome = 'GONE' AS gone, g.observed_at, g.source
      FROM reading g JOIN clip c ON c.id = g.clip_id AND c.campaign_id = :campaign
      WHERE g.round_id = :round
      ORDER BY c.id
      """;

  /** As {@link #OF_ROUND}, of a round that nobody has read. */
  private static final String SUPPOSED =
      """
      WITH supposed AS (
          SELECT * FROM unnest(:clips::uuid[], :views::bigint[]) AS s (clip_id, views)
      ), seen AS (
          SELECT clip_id, views, :at::timestamptz AS observed_at, 'MANUAL' AS source FROM supposed
          UNION ALL
          SELECT g.clip_id, g.views, g.observed_at, g.source FROM reading g JOIN round r ON r.id = g.round_id
          WHERE r.campaign_id = :campaign AND r.status IN ('WAITING', 'HELD') AND r.status = 'HELD'
      ), best AS (
          SELECT DISTINCT ON (clip_id) * FROM seen ORDER BY clip_id, views DESC NULLS LAST, observed_at)
      SELECT c.*, b.views, NOT EXISTS (SELECT FROM supposed s WHERE s.clip_id = b.clip_id) AS gone, b.observed_at, b.source
      FROM best b JOIN clip c ON c.id = b.clip_id AND c.campaign_id = :campaign ORDER BY c.id
      """;

  private static final String HELD =
      "SELECT id FROM round WHERE campaign_id = :campaign AND status = 'HELD' UNION SELECT :round";

  private final JdbcClient jdbc;

  Readings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes readings, all in one statement; those of a settled round come too late. */
  public void add(Collection<Reading> readings) {
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

  /**
   * Clips of a campaign with readings that somebody supposes of its next round, and with what the
   * rounds that are held have read, sorted by clip id; one of another campaign is left out.
   *
   * @param views one for each clip; null where it is supposed to be unreadable
   */
  public List<ClipReading> supposed(
      UUID campaignId, List<UUID> clips, List<@Nullable Long> views, Instant at) {
    return jdbc.sql(SUPPOSED)
        .param("campaign", campaignId)
        .param("clips", clips.toArray(UUID[]::new))
        .param("views", views.toArray(Long[]::new))
        .param("at", Timestamp.from(at))
        .query((rs, n) -> reading(rs))
        .list();
  }

  /** The readings that a round is settled by: its own, and those of the rounds held before it. */
  public Span of(UUID roundId, UUID campaignId) {
    List<UUID> rounds =
        jdbc.sql(HELD)
            .param("campaign", campaignId)
            .param("round", roundId)
            .query((rs, n) -> rs.getObject(1, UUID.class))
            .list();
    return new Span(jdbc, campaignId, roundId, rounds.toArray(UUID[]::new));
  }

  /** The clips of some rounds with their readings, sorted by clip id. */
  public static final class Span {
    private final JdbcClient jdbc;
    private final UUID campaignId;
    private final UUID roundId;
    private final UUID[] rounds;

    private Span(JdbcClient jdbc, UUID campaignId, UUID roundId, UUID[] rounds) {
      this.jdbc = jdbc;
      this.campaignId = campaignId;
      this.roundId = roundId;
      this.rounds = rounds;
    }

    /** All of them. */
    public List<ClipReading> all() {
      return jdbc.sql(query()).params(parameters()).query((rs, n) -> reading(rs)).list();
    }

    /** To go through them where they are too many to be held. */
    public ReadingsCursor cursor() {
      return ReadingsCursor.open(jdbc, query(), parameters());
    }

    private String query() {
      return rounds.length == 1 ? OF_ROUND_ALONE : OF_ROUND;
    }

    private Map<String, Object> parameters() {
      return Map.of("campaign", campaignId, "round", roundId, "rounds", rounds);
    }
  }

  static ClipReading reading(ResultSet rs) throws SQLException {
    return new ClipReading(
        rs.getObject("id", UUID.class),
        rs.getString("clipper_id"),
        rs.getLong("baseline_views"),
        rs.getLong("high_views"),
        rs.getLong("accrued_micros"),
        new Segment(
            rs.getLong("segment_views"),
            rs.getLong("segment_micros"),
            rs.getLong("carry"),
            rs.getObject("terms_version", Long.class)),
        new ClipReading.Read(
            rs.getObject("views", Long.class),
            rs.getBoolean("gone"),
            rs.getTimestamp("observed_at").toInstant(),
            rs.getString("source")));
  }

  private static <C> C[] column(
      Collection<Reading> readings, Function<Reading, C> value, IntFunction<C[]> array) {
    return readings.stream().map(value).toArray(array);
  }
}
