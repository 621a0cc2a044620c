package io.clipmeter.tracking.trend;

import io.clipmeter.tracking.source.discovery.Sound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The last known list of each kind and country, and who is having a newer one. */
@Component
class TrendLists {
  private static final String FIND =
      """
      SELECT listed_at, places FROM trend_list
      WHERE kind = :kind AND country = :country AND listed_at IS NOT NULL
      """;

  /** One instance at a time; the others leave it alone until then, or until this one has ended. */
  private static final String CLAIM =
      """
      INSERT INTO trend_list (kind, country, refresh_until) VALUES (:kind, :country, :until)
      ON CONFLICT (kind, country) DO UPDATE SET refresh_until = excluded.refresh_until
      WHERE (trend_list.listed_at IS NULL OR trend_list.listed_at <= :stale)
        AND (trend_list.refresh_until IS NULL OR trend_list.refresh_until <= :now)
      RETURNING kind
      """;

  private static final String STORE =
      """
      UPDATE trend_list SET listed_at = :at, places = :places::jsonb, refresh_until = NULL
      WHERE kind = :kind AND country = :country AND (listed_at IS NULL OR listed_at < :at)
      """;

  private static final String FAIL =
      """
      UPDATE trend_list SET refresh_until = :retry
      WHERE kind = :kind AND country = :country AND refresh_until = :until
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TrendLists(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A list and when it was had. */
  record Listed<T>(List<T> places, Instant at) {}

  Optional<Listed<TrendingVideo>> videos(String country) {
    return find(TrendKind.VIDEOS, country, TrendingVideo[].class);
  }

  Optional<Listed<Sound>> sounds(String country) {
    return find(TrendKind.SOUNDS, country, Sound[].class);
  }

  private <T> Optional<Listed<T>> find(TrendKind kind, String country, Class<T[]> places) {
    return jdbc.sql(FIND)
        .param("kind", kind.name())
        .param("country", country)
        .query((rs, n) -> listed(rs, places))
        .optional();
  }

  private <T> Listed<T> listed(ResultSet rs, Class<T[]> places) throws SQLException {
    return new Listed<>(
        Arrays.asList(json.readValue(rs.getString("places"), places)),
        rs.getTimestamp("listed_at").toInstant());
  }

  /** Takes it upon the caller to have a newer list, where one is wanted and nobody else does. */
  boolean claim(TrendKind kind, String country, Instant now, Instant stale, Instant until) {
    return jdbc.sql(CLAIM)
        .param("kind", kind.name())
        .param("country", country)
        .param("now", Timestamp.from(now))
        .param("stale", Timestamp.from(stale))
        .param("until", Timestamp.from(until))
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** Has it tried again from then on, unless somebody else has taken it up meanwhile. */
  void failed(TrendKind kind, String country, Instant until, Instant retry) {
    jdbc.sql(FAIL)
        .param("kind", kind.name())
        .param("country", country)
        .param("until", Timestamp.from(until))
        .param("retry", Timestamp.from(retry))
        .update();
  }

  /** Keeps a newer list in the place of the last. */
  void store(TrendKind kind, String country, Listed<?> list) {
    jdbc.sql(STORE)
        .param("kind", kind.name())
        .param("country", country)
        .param("at", Timestamp.from(list.at()))
        .param("places", json.writeValueAsString(list.places()))
        .update();
  }
}
