package io.clipmeter.tracking.posted;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.video.KnownCounts.Counted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The videos that were posted for campaigns. */
@Component
class PostedVideos {
  /**
   * Writes where something changed or the row is old; an older reading never overwrites a newer.
   */
  private static final String WRITE =
      """
      INSERT INTO posted_video AS v (id, campaign_id, platform, video_id, url, caption, thumbnail_url, posted_at, views, count_kind,
                                     likes, comments, shares, saves, updated_at)
      SELECT n.id, n.campaign, n.platform, n.video, n.url, n.caption, n.thumbnail, n.posted, n.views, n.kind, n.likes, n.comments,
             n.shares, n.saves, n.at
      FROM unnest(:ids::uuid[], :campaigns::uuid[], :platforms::text[], :videos::text[], :urls::text[], :captions::text[],
                  :thumbnails::text[], :posted::timestamptz[], :views::bigint[], :kinds::text[], :likes::bigint[],
                  :comments::bigint[], :shares::bigint[], :saves::bigint[], :ats::timestamptz[])
        AS n (id, campaign, platform, video, url, caption, thumbnail, posted, views, kind, likes, comments, shares, saves,
              at)
      ORDER BY n.campaign, n.platform, n.video
      ON CONFLICT (campaign_id, platform, video_id) DO UPDATE SET
        url = excluded.url, caption = coalesce(excluded.caption, v.caption),
        thumbnail_url = coalesce(excluded.thumbnail_url, v.thumbnail_url),
        posted_at = CASE WHEN (v.campaign_id, v.platform, v.video_id) IN
                              (SELECT * FROM unnest(:said_campaigns::uuid[], :said_platforms::text[], :said_videos::text[]))
                         THEN excluded.posted_at ELSE v.posted_at END,
        views = excluded.views, count_kind = excluded.count_kind, likes = excluded.likes, comments = excluded.comments, shares = excluded.shares,
        saves = excluded.saves, updated_at = excluded.updated_at
      WHERE v.updated_at <= excluded.updated_at
        AND ((v.views, v.count_kind, v.likes, v.comments, v.shares, v.saves) IS DISTINCT FROM
             (excluded.views, excluded.count_kind, excluded.likes, excluded.comments, excluded.shares, excluded.saves)
             OR v.updated_at <= :stale)
      RETURNING platform, video_id, xmax = 0 AS added
      """;

  private static final String COUNTED =
      """
      SELECT DISTINCT ON (platform, video_id) platform, video_id, views, count_kind FROM posted_video
      WHERE (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :videos::text[]))
      ORDER BY platform, video_id, updated_at DESC
      """;

  private static final String PAGE =
      """
      SELECT * FROM posted_video
      WHERE id < :before AND (:campaign::uuid IS NULL OR campaign_id = :campaign::uuid)
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final Ids ids;

  PostedVideos(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** Which rows were written, and which of them are new. */
  record Written(Set<VideoKey> all, Set<VideoKey> added) {}

  /** Writes readings, each video of a campaign once. */
  Written write(List<PostedReading> readings, Instant stale) {
    List<PostedReading> said = readings.stream().filter(r -> r.created() != null).toList();
    Written written = new Written(new HashSet<>(), new HashSet<>());
    jdbc.sql(WRITE)
        .param("stale", Timestamp.from(stale))
        .param("ids", texts(readings, r -> ids.next()))
        .param("campaigns", texts(readings, PostedReading::campaignId))
        .param("platforms", texts(readings, r -> key(r).platform()))
        .param("videos", texts(readings, r -> key(r).id()))
        .param("urls", texts(readings, r -> r.seen().video().url()))
        .param("captions", texts(readings, r -> r.seen().facts().caption()))
        .param("thumbnails", texts(readings, r -> r.seen().facts().thumbnailUrl()))
        .param("posted", texts(readings, r -> r.seen().facts().postedAt()))
        .param("views", counts(readings, r -> r.seen().counts().views()))
        .param("kinds", texts(readings, PostedReading::kind))
        .param("likes", counts(readings, r -> r.seen().counts().likes()))
        .param("comments", counts(readings, r -> r.seen().counts().comments()))
        .param("shares", counts(readings, r -> r.seen().counts().shares()))
        .param("saves", counts(readings, r -> r.seen().counts().saves()))
        .param("ats", texts(readings, r -> r.seen().at()))
        .param("said_campaigns", texts(said, PostedReading::campaignId))
        .param("said_platforms", texts(said, r -> key(r).platform()))
        .param("said_videos", texts(said, r -> key(r).id()))
        .query(
            rs -> {
              VideoKey key =
                  new VideoKey(
                      Platform.valueOf(rs.getString("platform")), rs.getString("video_id"));
              written.all().add(key);
              if (rs.getBoolean("added")) {
                written.added().add(key);
              }
            });
    return written;
  }

  List<PostedVideo> page(@Nullable UUID campaignId, PageQuery query) {
    return jdbc.sql(PAGE)
        .param("before", query.before())
        .param("campaign", campaignId == null ? null : campaignId.toString(), Types.VARCHAR)
        .param("limit", query.limit())
        .query((rs, n) -> video(rs))
        .list();
  }

  /** What was last written of these videos, whatever the campaign. */
  Map<VideoKey, Counted> counted(Collection<VideoKey> keys) {
    Map<VideoKey, Counted> counted = new HashMap<>();
    jdbc.sql(COUNTED)
        .param("platforms", keys.stream().map(key -> key.platform().name()).toArray(String[]::new))
        .param("videos", keys.stream().map(VideoKey::id).toArray(String[]::new))
        .query(
            rs -> {
              counted.put(
                  new VideoKey(
                      Platform.valueOf(rs.getString("platform")), rs.getString("video_id")),
                  new Counted(
                      rs.getLong("views"), Counts.Kind.valueOf(rs.getString("count_kind")), null));
            });
    return counted;
  }

  private static VideoKey key(PostedReading reading) {
    return reading.seen().video().key();
  }

  private static PostedVideo video(ResultSet rs) throws SQLException {
    return new PostedVideo(
        rs.getObject("id", UUID.class),
        rs.getObject("campaign_id", UUID.class),
        Platform.valueOf(rs.getString("platform")),
        rs.getString("video_id"),
        rs.getString("url"),
        rs.getString("caption"),
        rs.getString("thumbnail_url"),
        rs.getTimestamp("posted_at").toInstant(),
        rs.getLong("views"),
        Counts.Kind.valueOf(rs.getString("count_kind")),
        rs.getObject("likes", Long.class),
        rs.getObject("comments", Long.class),
        rs.getObject("shares", Long.class),
        rs.getObject("saves", Long.class),
        rs.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable String[] texts(
      List<PostedReading> readings, Function<PostedReading, @Nullable Object> part) {
    return readings.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  private static @Nullable Long[] counts(
      List<PostedReading> readings, Function<PostedReading, @Nullable Long> part) {
    return readings.stream().map(part).toArray(Long[]::new);
  }
}
