package io.clipmeter.analytics.top;

import io.clipmeter.events.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds the days of a time up. */
@Component
class Tops {
  private static final String LIST =
      """
      WITH sums AS (
        SELECT platform, name, sum(videos)::bigint AS videos, sum(counted)::bigint AS counted, sum(views) AS views,
          sum(plays) AS plays, greatest(sum(views), sum(plays)) AS most
        FROM found_day
        WHERE kind = :kind AND day BETWEEN :first AND :last AND (:platform::text IS NULL OR platform = :platform)
        GROUP BY platform, name HAVING sum(videos) > 0
        ORDER BY most DESC, platform, name LIMIT :limit)
      SELECT s.*, best.video_id, best.title FROM sums s
      LEFT JOIN LATERAL (
        SELECT v.video_id, %s AS title FROM video v
        WHERE v.platform = s.platform AND %s ORDER BY v.by_views DESC LIMIT 1) AS best ON true
      ORDER BY s.most DESC, s.platform, s.name
      """;

  private final JdbcClient jdbc;

  Tops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Most views first, or plays where those are more: the two are never added up. */
  List<Top> list(TopKind kind, TopWindow window, LocalDate today) {
    Platform platform = window.platform();
    return jdbc.sql(LIST.formatted(kind.title(), kind.belongs()))
        .param("kind", kind.name())
        .param("first", window.first(today))
        .param("last", today)
        .param("platform", platform == null ? null : platform.name())
        .param("limit", window.most())
        .query((row, n) -> top(row))
        .list();
  }

  private static Top top(ResultSet row) throws SQLException {
    Platform platform = Platform.valueOf(row.getString("platform"));
    String video = row.getString("video_id");
    return new Top(
        platform,
        row.getString("name"),
        row.getString("title"),
        row.getLong("videos"),
        row.getLong("counted"),
        row.getBigDecimal("views").toBigInteger(),
        row.getBigDecimal("plays").toBigInteger(),
        video == null ? null : platform + ":" + video);
  }
}
