package io.clipmeter.tracking.source.instagram;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps them in the database: an id never changes. */
@Component
class StoredMediaIds implements MediaIds {
  private static final String FIND =
      "SELECT shortcode, media_id, account_id FROM instagram_media WHERE shortcode = ANY"
          + " (:codes::text[])";
  private static final String ADD =
      """
      INSERT INTO instagram_media (shortcode, media_id, account_id, found_at)
      SELECT code, id, :account, :now FROM unnest(:codes::text[], :ids::text[]) AS n (code, id) ORDER BY code
      ON CONFLICT DO NOTHING
      """;

  /** An account that was connected anew has another id. */
  private static final String OWN =
      """
      WITH known AS (
        SELECT shortcode FROM instagram_media
        WHERE shortcode = ANY (:codes::text[]) AND account_id IS DISTINCT FROM :account ORDER BY shortcode FOR UPDATE)
      UPDATE instagram_media AS media SET account_id = :account
      FROM known WHERE media.shortcode = known.shortcode
      """;

  private final JdbcClient jdbc;

  StoredMediaIds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Medium> of(Collection<String> shortcodes) {
    Map<String, Medium> media = new HashMap<>();
    jdbc.sql(FIND)
        .param("codes", shortcodes.toArray(String[]::new))
        .query(
            rs -> {
              media.put(
                  rs.getString("shortcode"),
                  new Medium(rs.getString("media_id"), rs.getObject("account_id", UUID.class)));
            });
    return media;
  }

  @Override
  public void add(UUID account, Map<String, String> ids, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    List<String> codes = ids.keySet().stream().sorted().toList();
    jdbc.sql(OWN).param("account", account).param("codes", codes.toArray(String[]::new)).update();
    jdbc.sql(ADD)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .param("codes", codes.toArray(String[]::new))
        .param("ids", codes.stream().map(ids::get).toArray(String[]::new))
        .update();
  }
}
