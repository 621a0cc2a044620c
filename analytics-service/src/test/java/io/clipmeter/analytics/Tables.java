package io.clipmeter.analytics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All read models as text, to be compared. */
public record Tables(JdbcClient jdbc) {
  private static final List<String> NAMES =
      List.of("campaign", "completion", "clip", "clipper_campaign", "payout");

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
