package io.clipmeter.tracking.video;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.order.SourceSettings;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last good view counts of videos, with what they count: plays are not held against views. */
@Component
public class KnownCounts {
  private static final String VIEWS =
      """
      SELECT platform, video_id, views, counted_at, source FROM video
      WHERE (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[])) AND views IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final SourceSettings settings;

  KnownCounts(JdbcClient jdbc, SourceSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * How often a video was seen, as it was last published.
   *
   * @param at when that was last believed; null where that is not known
   */
  public record Counted(long views, Counts.Kind kind, @Nullable Instant at) {
    /** What is known, where it counts this; null otherwise, and where nothing is. */
    public static @Nullable Counted in(Counts.Kind kind, @Nullable Counted known) {
      return known != null && known.kind() == kind ? known : null;
    }
  }

  /** What these videos have, where there is anything. */
  public Map<VideoKey, Counted> of(Collection<VideoKey> keys) {
    Map<VideoKey, Counted> counted = new HashMap<>();
    jdbc.sql(VIEWS)
        .param("platforms", keys.stream().map(key -> key.platform().name()).toArray(String[]::new))
        .param("ids", keys.stream().map(VideoKey::id).toArray(String[]::new))
        .query(
            rs -> {
              Platform platform = Platform.valueOf(rs.getString("platform"));
              Counts.Kind kind = settings.kindOf(platform, Source.valueOf(rs.getString("source")));
              Timestamp at = rs.getTimestamp("counted_at");
              counted.put(
                  new VideoKey(platform, rs.getString("video_id")),
                  new Counted(rs.getLong("views"), kind, at == null ? null : at.toInstant()));
            });
    return counted;
  }

  /** Of these counts those that are of what clips are paid by. */
  public Map<VideoKey, Long> declared(Collection<VideoKey> keys) {
    Map<VideoKey, Long> views = new HashMap<>();
    of(keys)
        .forEach(
            (key, counted) -> {
              if (counted.kind() == settings.kindOf(key.platform())) {
                views.put(key, counted.views());
              }
            });
    return views;
  }
}
