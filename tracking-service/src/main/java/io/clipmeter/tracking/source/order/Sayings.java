package io.clipmeter.tracking.source.order;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What providers said to all instances; one statement for a question, two where something is gone.
 */
@Component
class Sayings implements GoneWatch, Expiring {
  /** The other connections are for what is read. */
  private static final int CONNECTIONS_MAX = 2;

  private static final String NOTE =
      """
      INSERT INTO provider_saying AS s (source, platform, video_id, gone, said_at)
      SELECT :source, :platform, video_id, gone, :now FROM unnest(:videos::text[], :gone::boolean[]) AS n (video_id, gone)
      ORDER BY video_id
      ON CONFLICT (source, platform, video_id) DO UPDATE SET gone = excluded.gone, said_at = excluded.said_at
      WHERE s.said_at <= excluded.said_at
      """;

  /**
   * Where as many are shown as are gone it is no burst: no more of them are counted. When the last
   * one was shown is told of so many alone that a large table is not gone through for it.
   */
  private static final String SUM =
      """
      WITH gone AS (
        SELECT count(*) AS videos FROM provider_saying
        WHERE source = :source AND platform = :platform AND gone AND said_at >= :since
      )
      SELECT videos, least(shown, videos) AS shown, shown_at FROM gone, LATERAL (
        SELECT count(*) AS shown, max(said_at) AS shown_at FROM (
          SELECT said_at FROM provider_saying
          WHERE source = :source AND platform = :platform AND NOT gone AND said_at >= :since
          LIMIT greatest(gone.videos, 1000)) AS sample) AS others
      """;

  private static final String FORGET = "DELETE FROM provider_saying WHERE said_at < :before";

  private final JdbcClient jdbc;
  private final Semaphore connections = new Semaphore(CONNECTIONS_MAX, true);

  Sayings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Lately note(
      Platform platform, Collection<VideoRef> asked, Readings readings, Instant now) {
    List<VideoKey> said =
        asked.stream()
            .map(VideoRef::key)
            .distinct()
            .filter(video -> !(readings.of(video) instanceof Reading.Unknown))
            .toList();
    if (said.isEmpty()) {
      return Lately.NOTHING_GONE;
    }
    Boolean[] gone =
        said.stream()
            .map(video -> readings.of(video) instanceof Reading.Gone)
            .toArray(Boolean[]::new);
    connections.acquireUninterruptibly();
    try {
      of(NOTE, platform, readings)
          .param("videos", said.stream().map(VideoKey::id).toArray(String[]::new))
          .param("gone", gone)
          .param("now", Timestamp.from(now))
          .update();
      return List.of(gone).contains(true) ? sum(platform, readings, now) : Lately.NOTHING_GONE;
    } finally {
      connections.release();
    }
  }

  private Lately sum(Platform platform, Readings readings, Instant now) {
    return of(SUM, platform, readings)
        .param("since", Timestamp.from(now.minus(LATELY)))
        .query((rs, n) -> lately(rs))
        .single();
  }

  private static Lately lately(ResultSet rs) throws SQLException {
    Timestamp shownAt = rs.getTimestamp("shown_at");
    return new Lately(
        rs.getInt("shown"), rs.getInt("videos"), shownAt == null ? null : shownAt.toInstant());
  }

  private JdbcClient.StatementSpec of(String sql, Platform platform, Readings readings) {
    return jdbc.sql(sql)
        .param("source", readings.source().name())
        .param("platform", platform.name());
  }

  @Override
  public void forget(Instant now) {
    jdbc.sql(FORGET).param("before", Timestamp.from(now.minus(LATELY))).update();
  }
}
