package io.clipmeter.analytics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All read models as text, to be compared. */
public record Tables(JdbcClient jdbc) {
  private static final List<String> NAMES =
      List.of(
          "campaign",
          "completion",
          "clip",
          "clipper_campaign",
          "payout",
          "adjustment",
          "held_money",
          "video",
          "video_posted_for",
          "found_day");

  /** Each table's rows, in the order of their text. */
  public Map<String, String> all() {
    Map<String, String> tables = new TreeMap<>();
    NAMES.forEach(
        name ->
            tables.put(
                name,
                jdbc.sql(
                        "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM %s t"
                            .formatted(name))
                    .query(String.class)
                    .single()));
    return tables;
  }

  /** Sums of video that found_day does not agree with. */
  public List<String> daysThatDiffer() {
    return jdbc.sql(
            """
            WITH counted AS (
              SELECT n.kind, v.day, v.platform, n.name, count(*) AS videos, count(v.views) AS counted,
                coalesce(sum(v.views) FILTER (WHERE v.metric IS DISTINCT FROM 'PLAYS'), 0) AS views,
                coalesce(sum(v.views) FILTER (WHERE v.metric = 'PLAYS'), 0) AS plays
              FROM video v CROSS JOIN LATERAL (
                SELECT 'HASHTAG' AS kind, unnest(v.tags) AS name
                UNION ALL SELECT 'SOUND', v.sound WHERE v.sound IS NOT NULL
                UNION ALL SELECT 'CREATOR', v.creator WHERE v.creator IS NOT NULL) n
              WHERE v.day IS NOT NULL GROUP BY 1, 2, 3, 4)
            SELECT coalesce(d.name, c.name) FROM (SELECT * FROM found_day
                   WHERE videos <> 0 OR counted <> 0 OR views <> 0 OR plays <> 0) d
            FULL JOIN counted c USING (kind, day, platform, name)
            WHERE (d.videos, d.counted, d.views, d.plays) IS DISTINCT FROM (c.videos, c.counted, c.views, c.plays)
            """)
        .query((rs, row) -> rs.getString(1))
        .list();
  }

  /** Sums of clip that clipper_campaign does not agree with. */
  public List<String> sumsThatDiffer() {
    return jdbc.sql(
            """
            SELECT coalesce(s.clipper_id, c.clipper_id) FROM clipper_campaign s
            FULL JOIN (
              SELECT clipper_id, campaign_id, count(*) AS clips, sum(coalesce(views, 0)) AS views,
                sum(coalesce(earned_micros, 0)) AS earned FROM clip GROUP BY clipper_id, campaign_id) c
            USING (clipper_id, campaign_id)
            WHERE (s.clips, s.views, s.earned_micros) IS DISTINCT FROM (c.clips, c.views, c.earned)
            """)
        .query((rs, row) -> rs.getString(1))
        .list();
  }
}
