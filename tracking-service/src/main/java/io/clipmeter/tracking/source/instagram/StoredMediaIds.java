package io.clipmeter.tracking.source.instagram;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps them in the database: an id never changes. */
@Component
class StoredMediaIds implements MediaIds {
  private static final String FIND =
      "SELECT shortcode, media_id FROM instagram_media WHERE shortcode = ANY (:codes::text[])";
  private static final String ADD =
      """
      INSERT INTO instagram_media (shortcode, media_id, found_at)
      SELECT code, id, :now FROM unnest(:codes::text[], :ids::text[]) AS n (code, id) ORDER BY code
      ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;

  StoredMediaIds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, String> of(Collection<String> shortcodes) {
    Map<String, String> ids = new HashMap<>();
    jdbc.sql(FIND)
        .param("codes", shortcodes.toArray(String[]::new))
        .query(
            rs -> {
              ids.put(rs.getString("shortcode"), rs.getString("media_id"));
            });
    return ids;
  }

  @Override
  public void add(Map<String, String> ids, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    List<String> codes = ids.keySet().stream().sorted().toList();
    jdbc.sql(ADD)
        .param("now", Timestamp.from(now))
        .param("codes", codes.toArray(String[]::new))
        .param("ids", codes.stream().map(ids::get).toArray(String[]::new))
        .update();
  }
}
