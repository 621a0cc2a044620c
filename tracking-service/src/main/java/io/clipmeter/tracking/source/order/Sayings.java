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
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What providers said to all instances; one statement for a question, three where something is
 * gone.
 */
@Component
class Sayings implements GoneWatch, Expiring {
  /** The other connections are for what is read. */
  private static final int CONNECTIONS_MAX = 2;

  /** An answer in one row: most videos are shown most of the time. What is shown is not gone. */
  private static final String SHOWN =
      """
      WITH back AS (
        DELETE FROM provider_saying s USING (
          SELECT video_id FROM provider_saying
          WHERE source = :source AND platform = :platform AND gone AND video_id = ANY(:videos::text[]) AND said_at <= :now
          ORDER BY video_id FOR UPDATE) AS b
        WHERE s.source = :source AND s.platform = :platform AND s.video_id = b.video_id
      )
      INSERT INTO provider_shown (source, platform, said_at, videos) VALUES (:source, :platform, :now, :videos::text[])
      """;

  private static final String GONE =
      """
      INSERT INTO provider_saying AS s (source, platform, video_id, gone, said_at)
      SELECT :source, :platform, video_id, true, :now FROM unnest(:videos::text[]) AS n (video_id)
      WHERE NOT EXISTS (
        SELECT FROM provider_shown o WHERE o.source = :source AND o.platform = :platform AND o.said_at > :now
          AND n.video_id = ANY(o.videos))
      ORDER BY video_id
      ON CONFLICT (source, platform, video_id) DO UPDATE SET gone = true, said_at = excluded.said_at
      WHERE s.said_at <= excluded.said_at
      """;

  /**
   * Where as many are shown as are gone it is no burst: no more of them are counted. Of what was
   * shown, some was so more than once and some is gone by now: ten times as many are looked at, the
   * newest, and when the last one was shown is told of those.
   */
  private static final String SUM =
      """
      WITH gone AS (
        SELECT count(*) AS videos FROM provider_saying
        WHERE source = :source AND platform = :platform AND gone AND said_at >= :since
      )
      SELECT videos, least(shown, videos) AS shown, shown_at FROM gone, LATERAL (
        SELECT count(DISTINCT video_id) AS shown, max(said_at) AS shown_at FROM (
          SELECT said_at, video_id FROM provider_shown, unnest(provider_shown.videos) AS video_id
          WHERE source = :source AND platform = :platform AND said_at >= :since
          ORDER BY said_at DESC LIMIT 10 * greatest(gone.videos, 1000)) AS sample
        WHERE NOT EXISTS (
          SELECT FROM provider_saying s
          WHERE s.source = :source AND s.platform = :platform AND s.video_id = sample.video_id AND s.gone)) AS others
      """;

  private static final String FORGET_GONE = "DELETE FROM provider_saying WHERE said_at < :before";
  private static final String FORGET_SHOWN = "DELETE FROM provider_shown WHERE said_at < :before";

  private final JdbcClient jdbc;
  private final Semaphore connections = new Semaphore(CONNECTIONS_MAX, true);

  Sayings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Lately note(
      Platform platform, Collection<VideoRef> asked, Readings readings, Instant now) {
    String[] shown = said(asked, readings, Reading.Ok.class);
    String[] gone = said(asked, readings, Reading.Gone.class);
    if (shown.length + gone.length == 0) {
      return Lately.NOTHING_GONE;
    }
    connections.acquireUninterruptibly();
    try {
      note(SHOWN, shown, platform, readings, now);
      note(GONE, gone, platform, readings, now);
      return gone.length == 0 ? Lately.NOTHING_GONE : sum(platform, readings, now);
    } finally {
      connections.release();
    }
  }

  private static String[] said(
      Collection<VideoRef> asked, Readings readings, Class<? extends Reading> what) {
    return asked.stream()
        .map(VideoRef::key)
        .distinct()
        .filter(video -> what.isInstance(readings.of(video)))
        .map(VideoKey::id)
        .toArray(String[]::new);
  }

  private void note(
      String sql, String[] videos, Platform platform, Readings readings, Instant now) {
    if (videos.length > 0) {
      of(sql, platform, readings)
          .param("videos", videos)
          .param("now", Timestamp.from(now))
          .update();
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
    Timestamp before = Timestamp.from(now.minus(LATELY));
    jdbc.sql(FORGET_GONE).param("before", before).update();
    jdbc.sql(FORGET_SHOWN).param("before", before).update();
  }
}
