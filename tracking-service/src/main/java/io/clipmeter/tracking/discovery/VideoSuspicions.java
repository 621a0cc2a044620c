package io.clipmeter.tracking.discovery;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.observation.JumpPolicy.Suspicion;
import io.clipmeter.tracking.source.VideoKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of videos that were found and not believed, as they had jumped; one of each. */
@Component
class VideoSuspicions {
  private static final String OF =
      """
      SELECT platform, video_id, views, suspected_at FROM video_suspicion
      WHERE (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      """;

  /** Rows in one order, so that nobody deadlocks. */
  private static final String KEEP =
      """
      INSERT INTO video_suspicion (platform, video_id, views, suspected_at)
      SELECT platform, video_id, views, at
      FROM unnest(:platforms::text[], :ids::text[], :views::bigint[], :ats::timestamptz[]) AS n (platform, video_id, views, at)
      ORDER BY platform, video_id
      ON CONFLICT (platform, video_id) DO UPDATE SET views = excluded.views, suspected_at = excluded.suspected_at
      """;

  /** Findings belong to no round: whatever was suspected was so before those that are judged. */
  private static final long BEFORE = 0;

  private final JdbcClient jdbc;

  VideoSuspicions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<VideoKey, Suspicion> of(Collection<VideoKey> keys) {
    Map<VideoKey, Suspicion> suspected = new HashMap<>();
    asked(OF, keys)
        .query(
            rs -> {
              suspected.put(
                  new VideoKey(
                      Platform.valueOf(rs.getString("platform")), rs.getString("video_id")),
                  new Suspicion(
                      rs.getLong("views"), BEFORE, rs.getTimestamp("suspected_at").toInstant()));
            });
    return suspected;
  }

  void keep(Map<VideoKey, Suspicion> suspected) {
    if (suspected.isEmpty()) {
      return;
    }
    Map<VideoKey, Suspicion> each = new TreeMap<>(suspected);
    asked(KEEP, each.keySet())
        .param("views", each.values().stream().map(Suspicion::views).toArray(Long[]::new))
        .param("ats", texts(each.values(), Suspicion::at))
        .update();
  }

  private JdbcClient.StatementSpec asked(String sql, Collection<VideoKey> keys) {
    return jdbc.sql(sql)
        .param("platforms", texts(keys, VideoKey::platform))
        .param("ids", texts(keys, VideoKey::id));
  }

  private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
