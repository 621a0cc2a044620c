package io.clipmeter.submission.campaign;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns by the page. */
@Component
public class CampaignRows {
  private final JdbcClient sql;

  CampaignRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Newest first, one more than the page holds. */
  public List<Campaign> page(@Nullable CampaignStatus status, PageQuery query) {
    String where = "WHERE id < :before" + (status == null ? "" : " AND status = :status");
    return sql.sql("SELECT * FROM campaign " + where + " ORDER BY id DESC LIMIT :limit")
        .param("before", query.before())
        .param("limit", query.limit())
        .param("status", status == null ? "" : status.name())
        .query((row, number) -> campaign(row))
        .list();
  }

  /** Those whose time is up and that have not been ended, the longest first. */
  public List<UUID> over(Instant now, int max) {
    return sql.sql(
            """
            SELECT id FROM campaign
            WHERE ends_at <= :now AND status IN ('ACTIVE', 'PAUSED') AND ending IS NULL
            ORDER BY ends_at LIMIT :max
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("max", max)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /** How many were to end before this and are not over. */
  public long notEnded(Instant toldBefore) {
    return sql.sql(
            """
            SELECT count(*) FROM campaign
            WHERE ending IS NOT NULL AND status IN ('ACTIVE', 'PAUSED') AND changed_at < :before
            """)
        .param("before", toldBefore.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Drafts that are to open by now, the longest due first. */
  public List<UUID> due(Instant now, int max) {
    return sql.sql(
            """
            SELECT id FROM campaign
            WHERE starts_at <= :now AND status = 'DRAFT'
            ORDER BY starts_at LIMIT :max
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("max", max)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    return new Campaign(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        CampaignStatus.valueOf(row.getString("status")),
        terms(row),
        times(row),
        ending(row.getString("ending")),
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
        row.getObject("min_views", Long.class),
        row.getInt("hold_days"),
        row.getBoolean("shared_videos"),
        SponsoredVideos.valueOf(row.getString("sponsored_videos")));
  }

  private static CampaignTimes times(ResultSet row) throws SQLException {
    return new CampaignTimes(
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        instant(row, "starts_at"),
        instant(row, "published_at"),
        instant(row, "completed_at"));
  }

  private static @Nullable CompletionReason ending(@Nullable String name) {
    return name == null ? null : CompletionReason.valueOf(name);
  }

  private static List<Platform> platforms(Array names) throws SQLException {
    return Stream.of((String[]) names.getArray()).map(Platform::valueOf).toList();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
