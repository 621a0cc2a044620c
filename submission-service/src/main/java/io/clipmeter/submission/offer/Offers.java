package io.clipmeter.submission.offer;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns that clippers may know of. */
@Component
class Offers {
  private static final String SELECT =
      """
      SELECT c.*, (SELECT count(*) FROM submission s
                   WHERE s.campaign_id = c.id AND s.status <> 'WITHDRAWN') AS submissions
      FROM campaign c
      """;
  private static final String PAGE =
      SELECT
          + """
          WHERE c.status = 'ACTIVE' AND (c.ends_at IS NULL OR c.ends_at > :now) AND c.id < :before
          ORDER BY c.id DESC LIMIT :limit
          """;
  private static final String UPCOMING =
      SELECT
          + """
          WHERE c.status = 'DRAFT' AND c.starts_at IS NOT NULL AND c.id < :before
          ORDER BY c.id DESC LIMIT :limit
          """;
  private static final String ONE =
      SELECT + "WHERE (c.status <> 'DRAFT' OR c.starts_at IS NOT NULL) AND c.id = :id";

  private final JdbcClient sql;
  private final Clock clock;

  Offers(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Those that take submissions, newest first, one more than the page holds. */
  List<Offer> page(PageQuery query) {
    return sql.sql(PAGE)
        .param("now", Timestamp.from(clock.instant()))
        .param("before", query.before())
        .param("limit", query.limit())
        .query((row, number) -> offer(row))
        .list();
  }

  /** Those that are to open by themselves, the newest first, one more than the page holds. */
  List<Offer> upcoming(PageQuery query) {
    return sql.sql(UPCOMING)
        .param("before", query.before())
        .param("limit", query.limit())
        .query((row, number) -> offer(row))
        .list();
  }

  /** One that is or was open, or has a time to open; never another draft. */
  Optional<Offer> find(UUID id) {
    return sql.sql(ONE).param("id", id).query((row, number) -> offer(row)).optional();
  }

  private static Offer offer(ResultSet row) throws SQLException {
    Money budget = money(row, "budget_micros");
    Money spent = money(row, "spent_micros");
    row.getLong("clip_cap_micros");
    boolean capped = !row.wasNull();
    return new Offer(
        row.getObject("id", UUID.class),
        row.getString("name"),
        CampaignStatus.valueOf(row.getString("status")),
        Amount.of(budget),
        Amount.of(spent),
        Amount.of(budget.minus(spent)),
        money(row, "cpm_micros").amount(),
        platforms(row),
        capped ? Amount.of(money(row, "clip_cap_micros")) : null,
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getObject("min_views", Long.class),
        row.getInt("hold_days"),
        SponsoredVideos.valueOf(row.getString("sponsored_videos")),
        row.getLong("submissions"),
        instant(row, "published_at"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofMicros(row.getLong(column), row.getString("currency"));
  }

  private static List<Platform> platforms(ResultSet row) throws SQLException {
    String[] names = (String[]) row.getArray("platforms").getArray();
    return Stream.of(names).map(Platform::valueOf).toList();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
