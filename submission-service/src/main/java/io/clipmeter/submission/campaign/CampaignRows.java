package io.clipmeter.submission.campaign;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns by the page. */
@Component
public class CampaignRows {
  private static final String PAGE =
      """
      SELECT * FROM campaign
      WHERE id < :before %s
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient sql;

  CampaignRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Newest first, one more than the page holds. */
  public List<Campaign> page(@Nullable CampaignStatus status, PageQuery query) {
    return sql.sql(PAGE.formatted(status == null ? "" : "AND status = :status"))
        .param("before", query.before())
        .param("limit", query.limit())
        .param("status", status == null ? "" : status.name())
        .query((row, number) -> campaign(row))
        .list();
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    return new Campaign(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        CampaignStatus.valueOf(row.getString("status")),
        terms(row),
        times(row),
        row.getLong("spent_micros"));
  }

  private static CampaignTerms terms(ResultSet row) throws SQLException {
    return new CampaignTerms(
        row.getString("name"),
        row.getString("currency"),
        row.getLong("budget_micros"),
        row.getLong("cpm_micros"),
        platforms(row.getArray("platforms")),
        row.getObject("clip_cap_micros", Long.class),
        row.getLong("tracking_interval_seconds"),
        instant(row, "ends_at"),
        row.getBoolean("shared_videos"));
  }

  private static CampaignTimes times(ResultSet row) throws SQLException {
    return new CampaignTimes(
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        instant(row, "published_at"),
        instant(row, "completed_at"));
  }

  private static List<Platform> platforms(Array names) throws SQLException {
    return Stream.of((String[]) names.getArray()).map(Platform::valueOf).toList();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
