package io.clipmeter.analytics.video;

/** What is said to the database when videos are heard of. */
final class VideoStatements {
  /**
   * One statement for a whole poll: what it changes in the videos it also changes in the sums. Both
   * are locked in the order of their keys, videos first.
   */
  static final String OBSERVE =
      """
      WITH told AS (
        SELECT e->>'platform' AS platform, e->>'videoId' AS video_id, e->>'canonicalUrl' AS url,
          e->'author'->>'id' AS author_id, e->'author'->>'username' AS author_name,
          e->'author'->>'nickname' AS author_nickname, e->'author'->>'avatarUrl' AS author_avatar,
          e->>'caption' AS caption, e->'music'->>'id' AS sound_id, e->'music'->>'title' AS sound_title,
          e->'music'->>'author' AS sound_author,
          ARRAY(SELECT jsonb_array_elements_text(e->'hashtags')) AS hashtags,
          ARRAY(SELECT jsonb_array_elements_text(e->'mentions')) AS mentions,
          (e->>'durationSeconds')::bigint AS duration_seconds, e->>'thumbnailUrl' AS thumbnail_url,
          (e->>'postedAt')::timestamptz AS posted_at, (e->>'views')::bigint AS views,
          (e->>'likes')::bigint AS likes, (e->>'comments')::bigint AS comments, (e->>'shares')::bigint AS shares,
          (e->>'saves')::bigint AS saves, (e->>'observedAt')::timestamptz AS observed_at, e->>'source' AS source,
          e->>'metric' AS metric
        FROM jsonb_array_elements(:videos::jsonb) AS e
      ), changed AS (
        INSERT INTO video AS v (platform, video_id, url, author_id, author_name, author_nickname, author_avatar, caption,
            sound_id, sound_title, sound_author, hashtags, mentions, duration_seconds, thumbnail_url, posted_at, views,
            likes, comments, shares, saves, observed_at, source, metric, creator, sound, tags, by_time)
        SELECT told.*, CASE WHEN length(author_name) <= 200 THEN lower(author_name) END,
          CASE WHEN length(sound_id) BETWEEN 1 AND 200 THEN sound_id END,
          ARRAY(SELECT DISTINCT lower(tag) AS t FROM unnest(hashtags) AS tag WHERE length(tag) BETWEEN 1 AND 200 ORDER BY t),
          coalesce((extract(epoch FROM posted_at) * 1000000)::bigint, -9223372036854775808)
        FROM told ORDER BY platform, video_id
        ON CONFLICT (platform, video_id) DO UPDATE SET
          (url, author_id, author_name, author_nickname, author_avatar, caption, sound_id, sound_title, sound_author,
            hashtags, mentions, duration_seconds, thumbnail_url, posted_at, views, likes, comments, shares, saves,
            observed_at, source, metric, creator, sound, tags, by_time) =
          (excluded.url, excluded.author_id, excluded.author_name, excluded.author_nickname, excluded.author_avatar,
            excluded.caption, excluded.sound_id, excluded.sound_title, excluded.sound_author, excluded.hashtags,
            excluded.mentions, excluded.duration_seconds, excluded.thumbnail_url, excluded.posted_at, excluded.views,
            excluded.likes, excluded.comments, excluded.shares, excluded.saves, excluded.observed_at, excluded.source,
            excluded.metric, excluded.creator, excluded.sound, excluded.tags, excluded.by_time)
        WHERE v.observed_at IS NULL
          OR (excluded.observed_at, coalesce(excluded.views, -1), coalesce(excluded.metric, ''))
            > (v.observed_at, coalesce(v.views, -1), coalesce(v.metric, ''))
        RETURNING new.platform, old.day AS old_day, old.tags AS old_tags, old.sound AS old_sound,
          old.creator AS old_creator, old.views AS old_views, old.metric AS old_metric, new.day, new.tags, new.sound,
          new.creator, new.views, new.metric
      ), sides AS (
        SELECT platform, old_day AS day, old_tags AS tags, old_sound AS sound, old_creator AS creator,
          old_views AS views, old_metric AS metric, -1 AS sign FROM changed WHERE old_day IS NOT NULL
        UNION ALL
        SELECT platform, day, tags, sound, creator, views, metric, 1 FROM changed WHERE day IS NOT NULL
      ), parts AS (
        SELECT n.kind, s.day, s.platform, n.name, s.sign AS videos,
          CASE WHEN s.views IS NULL THEN 0 ELSE s.sign END AS counted,
          CASE WHEN s.metric = 'PLAYS' THEN 0 ELSE s.sign * coalesce(s.views, 0)::numeric END AS views,
          CASE WHEN s.metric = 'PLAYS' THEN s.sign * coalesce(s.views, 0)::numeric ELSE 0 END AS plays
        FROM sides s CROSS JOIN LATERAL (
          SELECT 'HASHTAG' AS kind, unnest(s.tags) AS name
          UNION ALL SELECT 'SOUND', s.sound WHERE s.sound IS NOT NULL
          UNION ALL SELECT 'CREATOR', s.creator WHERE s.creator IS NOT NULL) AS n
      )
      INSERT INTO found_day AS d (kind, day, platform, name, videos, counted, views, plays)
      SELECT kind, day, platform, name, sum(videos), sum(counted), sum(views), sum(plays) FROM parts
      GROUP BY kind, day, platform, name
      HAVING sum(videos) <> 0 OR sum(counted) <> 0 OR sum(views) <> 0 OR sum(plays) <> 0
      ORDER BY kind, day, platform, name
      ON CONFLICT (kind, day, platform, name) DO UPDATE SET
        videos = d.videos + excluded.videos, counted = d.counted + excluded.counted, views = d.views + excluded.views,
        plays = d.plays + excluded.plays
      """;

  static final String POST =
      """
      INSERT INTO video_posted_for (campaign_id, platform, video_id)
      SELECT DISTINCT * FROM unnest(:campaigns::uuid[], :platforms::text[], :videos::text[]) AS p (campaign, platform, video)
      ORDER BY campaign, platform, video
      ON CONFLICT DO NOTHING
      """;

  /** A later observation stands beside it, and shows by its time that the video is back. */
  static final String LOSE =
      """
      INSERT INTO video AS v (platform, video_id, unavailable, unavailable_at)
      SELECT * FROM unnest(:platforms::text[], :videos::text[], :reasons::text[], :times::timestamptz[])
        AS l (platform, video, reason, at)
      ORDER BY platform, video
      ON CONFLICT (platform, video_id) DO UPDATE SET
        unavailable = excluded.unavailable, unavailable_at = excluded.unavailable_at
      WHERE v.unavailable_at IS NULL
        OR (excluded.unavailable_at, excluded.unavailable) > (v.unavailable_at, v.unavailable)
      """;

  private VideoStatements() {}
}
