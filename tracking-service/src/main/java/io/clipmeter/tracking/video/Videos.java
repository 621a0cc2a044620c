package io.clipmeter.tracking.video;

import io.clipmeter.events.Platform;
import io.clipmeter.events.VideoObserved.Baseline;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was last published about each video. */
@Component
public class Videos {
  /** Locks each row, also of those that did not change: whoever publishes a video does so alone. */
  private static final String SEE =
      """
      INSERT INTO video (platform, video_id, canonical_url, facts, views, observed_at, source)
      SELECT * FROM unnest(:platforms::text[], :ids::text[], :urls::text[], :facts::jsonb[], :views::bigint[],
                           :ats::timestamptz[], :sources::text[]) AS n (platform, video_id) ORDER BY platform, video_id
      ON CONFLICT (platform, video_id) DO UPDATE SET
        canonical_url = excluded.canonical_url, facts = excluded.facts, views = excluded.views, unavailable = NULL,
        observed_at = excluded.observed_at, source = excluded.source
      WHERE video.unavailable IS NOT NULL OR video.facts IS DISTINCT FROM excluded.facts
      RETURNING platform, video_id
      """;

  private static final String LOSE =
      """
      INSERT INTO video (platform, video_id, canonical_url, unavailable, observed_at, source)
      SELECT * FROM unnest(:platforms::text[], :ids::text[], :urls::text[], :reasons::text[],
                           :ats::timestamptz[], :sources::text[]) AS n (platform, video_id) ORDER BY platform, video_id
      ON CONFLICT (platform, video_id) DO UPDATE SET
        unavailable = excluded.unavailable, observed_at = excluded.observed_at, source = excluded.source
      WHERE video.unavailable IS DISTINCT FROM excluded.unavailable
      RETURNING platform, video_id
      """;
  private static final String VIEWS =
      """
      SELECT platform, video_id, views FROM video
      WHERE (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[])) AND views IS NOT NULL
      """;
  private static final String UNDECIDED =
      """
      SELECT platform, video_id, id, baseline_views, baseline_at FROM clip
      WHERE status = 'BASELINED'
        AND (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      ORDER BY id
      """;
  private static final String TRACKED =
      """
      SELECT DISTINCT platform, video_id FROM clip
      WHERE status = 'TRACKED'
        AND (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      """;
  private static final String POSTED_FOR =
      """
      SELECT platform, video_id, campaign_id FROM posted_video
      WHERE (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      ORDER BY campaign_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Videos(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The last good view counts of these videos, where there are any. */
  public Map<VideoKey, Long> views(Collection<VideoKey> keys) {
    Map<VideoKey, Long> views = new HashMap<>();
    asked(VIEWS, keys)
        .query(
            rs -> {
              views.put(key(rs), rs.getLong("views"));
            });
    return views;
  }

  /** Takes over what was read, and says which videos are not as they were. Each video once. */
  Set<VideoKey> see(Collection<SeenVideo> seen) {
    return new HashSet<>(
        jdbc.sql(SEE)
            .param("platforms", texts(seen, v -> v.video().key().platform()))
            .param("ids", texts(seen, v -> v.video().key().id()))
            .param("urls", texts(seen, v -> v.video().url()))
            .param("facts", texts(seen, this::published))
            .param("views", seen.stream().map(v -> v.counts().views()).toArray(Long[]::new))
            .param("ats", texts(seen, SeenVideo::at))
            .param("sources", texts(seen, SeenVideo::source))
            .query((rs, n) -> key(rs))
            .list());
  }

  /** Takes over that videos are not shown, and says of which that is new. Each video once. */
  Set<VideoKey> lose(Collection<LostVideo> lost) {
    return new HashSet<>(
        jdbc.sql(LOSE)
            .param("platforms", texts(lost, v -> v.video().key().platform()))
            .param("ids", texts(lost, v -> v.video().key().id()))
            .param("urls", texts(lost, v -> v.video().url()))
            .param("reasons", texts(lost, LostVideo::reason))
            .param("ats", texts(lost, LostVideo::at))
            .param("sources", texts(lost, LostVideo::source))
            .query((rs, n) -> key(rs))
            .list());
  }

  /** The baselines of the submissions of these videos that nobody has decided on yet. */
  Map<VideoKey, List<Baseline>> undecided(Collection<VideoKey> keys) {
    Map<VideoKey, List<Baseline>> baselines = new HashMap<>();
    asked(UNDECIDED, keys)
        .query(
            rs -> {
              baselines.computeIfAbsent(key(rs), key -> new ArrayList<>()).add(baseline(rs));
            });
    return baselines;
  }

  /** Those of these videos that are read in rounds. */
  public Set<VideoKey> tracked(Collection<VideoKey> keys) {
    return new HashSet<>(asked(TRACKED, keys).query((rs, n) -> key(rs)).list());
  }

  /** The campaigns that these videos were posted for, where there are any. */
  Map<VideoKey, List<UUID>> postedFor(Collection<VideoKey> keys) {
    Map<VideoKey, List<UUID>> campaigns = new HashMap<>();
    asked(POSTED_FOR, keys)
        .query(
            rs -> {
              campaigns
                  .computeIfAbsent(key(rs), key -> new ArrayList<>())
                  .add(rs.getObject("campaign_id", UUID.class));
            });
    return campaigns;
  }

  /** What decides whether there is news: all that is published but the time. */
  private record Published(Counts counts, VideoFacts facts) {}

  private String published(SeenVideo video) {
    return json.writeValueAsString(new Published(video.counts(), video.facts()));
  }

  private JdbcClient.StatementSpec asked(String sql, Collection<VideoKey> keys) {
    return jdbc.sql(sql)
        .param("platforms", texts(keys, VideoKey::platform))
        .param("ids", texts(keys, VideoKey::id));
  }

  private static Baseline baseline(ResultSet rs) throws SQLException {
    return new Baseline(
        rs.getObject("id", UUID.class),
        rs.getLong("baseline_views"),
        rs.getTimestamp("baseline_at").toInstant());
  }

  private static VideoKey key(ResultSet rs) throws SQLException {
    return new VideoKey(Platform.valueOf(rs.getString("platform")), rs.getString("video_id"));
  }

  private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
