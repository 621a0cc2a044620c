package io.clipmeter.tracking.video;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Baseline;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.video.KnownVideo.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is known of each video, and was published of it. */
@Component
public class Videos {
  /** Locks each row, also those that will not change: whoever publishes a video does so alone. */
  private static final String KNOWN =
      """
      SELECT platform, video_id, canonical_url, facts, unavailable, observed_at, seen_at, counted_at, source FROM video
      WHERE (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      ORDER BY platform, video_id FOR NO KEY UPDATE OF video
      """;

  /** Says which of them were not there; others may have added some meanwhile. */
  private static final String ADD =
      """
      INSERT INTO video (platform, video_id, canonical_url, facts, views, observed_at, seen_at, counted_at, source)
      SELECT platform, video_id, url, facts, views, observed_at, seen_at, counted_at, source
      FROM unnest(:platforms::text[], :ids::text[], :urls::text[], :facts::jsonb[], :views::bigint[], :ats::timestamptz[],
                  :seens::timestamptz[], :counteds::timestamptz[], :sources::text[])
        AS n (platform, video_id, url, facts, views, observed_at, seen_at, counted_at, source)
      ORDER BY platform, video_id
      ON CONFLICT (platform, video_id) DO NOTHING RETURNING platform, video_id
      """;

  private static final String KEEP =
      """
      UPDATE video SET canonical_url = n.url, facts = n.facts, views = n.views, unavailable = CASE WHEN n.unavailable THEN video.unavailable END,
        observed_at = n.observed_at, seen_at = n.seen_at, counted_at = n.counted_at, source = n.source
      FROM unnest(:platforms::text[], :ids::text[], :urls::text[], :facts::jsonb[], :views::bigint[], :unavailables::boolean[],
                  :ats::timestamptz[], :seens::timestamptz[], :counteds::timestamptz[], :sources::text[])
        AS n (platform, video_id, url, facts, views, unavailable, observed_at, seen_at, counted_at, source)
      WHERE (video.platform, video.video_id) = (n.platform, n.video_id)
      """;

  /**
   * What was read later than this is not taken back by it. Views stay their provider's: from whose
   * they are it is told what they count.
   */
  private static final String LOSE =
      """
      INSERT INTO video (platform, video_id, canonical_url, unavailable, observed_at, seen_at, source)
      SELECT platform, video_id, url, reason, at, at, source
      FROM unnest(:platforms::text[], :ids::text[], :urls::text[], :reasons::text[],
                  :ats::timestamptz[], :sources::text[]) AS n (platform, video_id, url, reason, at, source)
      ORDER BY platform, video_id
      ON CONFLICT (platform, video_id) DO UPDATE SET
        unavailable = excluded.unavailable, observed_at = excluded.observed_at, seen_at = excluded.seen_at,
        source = CASE WHEN video.views IS NULL THEN excluded.source ELSE video.source END
      WHERE video.unavailable IS DISTINCT FROM excluded.unavailable AND video.seen_at <= excluded.seen_at
      RETURNING platform, video_id
      """;

  private static final String UNDECIDED =
      """
      SELECT platform, video_id, id, baseline_views, baseline_at FROM clip
      WHERE status = 'BASELINED'
        AND (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      ORDER BY id
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

  /**
   * A video after it was read.
   *
   * @param news whether it is not as it was
   */
  record Merged(KnownVideo video, boolean news) {}

  /** Puts what was read together with what is known. Each video once. */
  Map<VideoKey, Merged> see(Collection<SeenVideo> seen) {
    Map<VideoKey, KnownVideo> known = known(keys(seen));
    Set<VideoKey> added = add(without(seen, known.keySet()));
    known.putAll(known(keys(without(without(seen, known.keySet()), added))));
    Map<VideoKey, Merged> merged = new HashMap<>();
    List<KnownVideo> changed = new ArrayList<>();
    for (SeenVideo video : seen) {
      KnownVideo before = known.get(video.video().key());
      Merged after =
          before == null ? new Merged(MergePolicy.first(video), true) : merged(before, video);
      merged.put(video.video().key(), after);
      if (before != null && !after.video().equals(before)) {
        changed.add(after.video());
      }
    }
    keep(changed);
    return merged;
  }

  private static Merged merged(KnownVideo before, SeenVideo seen) {
    KnownVideo now = MergePolicy.merge(before, seen);
    return new Merged(now, MergePolicy.isNews(before, now));
  }

  private static List<SeenVideo> without(Collection<SeenVideo> seen, Set<VideoKey> keys) {
    return seen.stream().filter(video -> !keys.contains(video.video().key())).toList();
  }

  private static List<VideoKey> keys(Collection<SeenVideo> seen) {
    return seen.stream().map(video -> video.video().key()).toList();
  }

  private Set<VideoKey> add(List<SeenVideo> seen) {
    return seen.isEmpty()
        ? Set.of()
        : new HashSet<>(
            all(ADD, seen.stream().map(MergePolicy::first).toList())
                .query((rs, n) -> key(rs))
                .list());
  }

  private Map<VideoKey, KnownVideo> known(Collection<VideoKey> keys) {
    Map<VideoKey, KnownVideo> known = new HashMap<>();
    if (keys.isEmpty()) {
      return known;
    }
    asked(KNOWN, keys)
        .query(
            rs -> {
              known.put(key(rs), known(rs));
            });
    return known;
  }

  private KnownVideo known(ResultSet rs) throws SQLException {
    String facts = rs.getString("facts");
    Timestamp counted = rs.getTimestamp("counted_at");
    return new KnownVideo(
        new VideoRef(key(rs), rs.getString("canonical_url")),
        facts == null ? null : json.readValue(facts, Known.class),
        rs.getString("unavailable") != null,
        rs.getTimestamp("observed_at").toInstant(),
        rs.getTimestamp("seen_at").toInstant(),
        counted == null ? null : counted.toInstant(),
        Source.valueOf(rs.getString("source")));
  }

  private void keep(List<KnownVideo> videos) {
    if (!videos.isEmpty()) {
      all(KEEP, videos)
          .param(
              "unavailables", videos.stream().map(KnownVideo::unavailable).toArray(Boolean[]::new))
          .update();
    }
  }

  private JdbcClient.StatementSpec all(String sql, List<KnownVideo> videos) {
    List<Known> known = videos.stream().map(v -> Objects.requireNonNull(v.known())).toList();
    return jdbc.sql(sql)
        .param("platforms", texts(videos, v -> v.video().key().platform()))
        .param("ids", texts(videos, v -> v.video().key().id()))
        .param("urls", texts(videos, v -> v.video().url()))
        .param("facts", texts(known, json::writeValueAsString))
        .param("views", known.stream().map(k -> k.counts().views()).toArray(Long[]::new))
        .param("ats", texts(videos, KnownVideo::observedAt))
        .param("seens", texts(videos, KnownVideo::seenAt))
        .param("counteds", videos.stream().map(Videos::countedAt).toArray(String[]::new))
        .param("sources", texts(videos, KnownVideo::source));
  }

  private static @Nullable String countedAt(KnownVideo video) {
    Instant at = video.countedAt();
    return at == null ? null : at.toString();
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
