package io.clipmeter.tracking.observation;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.source.Counts;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each clip and day, rolled up as readings come in. */
@Component
public class ClipDays {
  private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);
  private static final String ADD =
      """
      INSERT INTO clip_day AS d (clip_id, day, campaign_id, clipper_id, platform, views, likes, comments, shares, saves,
                                 readings, read_at)
      SELECT clip.id, (n.at AT TIME ZONE 'UTC')::date, campaign_id, clipper_id, platform, n.views, n.likes, n.comments,
        n.shares, n.saves, 1, n.at
      FROM unnest(:clips::uuid[], :views::bigint[], :likes::bigint[], :comments::bigint[], :shares::bigint[],
                  :saves::bigint[], :ats::timestamptz[]) AS n (clip_id, views, likes, comments, shares, saves, at)
      JOIN clip ON clip.id = n.clip_id
      ORDER BY clip.id
      ON CONFLICT (clip_id, day) DO UPDATE SET
        readings = d.readings + 1,
        views = CASE WHEN excluded.read_at >= d.read_at THEN excluded.views ELSE d.views END,
        likes = CASE WHEN excluded.read_at >= d.read_at THEN excluded.likes ELSE d.likes END,
        comments = CASE WHEN excluded.read_at >= d.read_at THEN excluded.comments ELSE d.comments END,
        shares = CASE WHEN excluded.read_at >= d.read_at THEN excluded.shares ELSE d.shares END,
        saves = CASE WHEN excluded.read_at >= d.read_at THEN excluded.saves ELSE d.saves END,
        read_at = greatest(d.read_at, excluded.read_at)
      """;

  /** One row more than is shown, whose views the last one has grown from. */
  private static final String OF =
      """
      SELECT day, views, likes, comments, shares, saves, readings, read_at,
        greatest(0, views - coalesce(lag(views) OVER (ORDER BY day),
                                     (SELECT baseline_views FROM clip WHERE id = :clip), views)) AS growth
      FROM (SELECT * FROM clip_day WHERE clip_id = :clip AND day < :before ORDER BY day DESC LIMIT :limit) AS shown
      ORDER BY day DESC
      """;

  private final JdbcClient jdbc;

  ClipDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds good readings to their days; a clip once. */
  void add(List<Observation> observed) {
    jdbc.sql(ADD)
        .param("clips", observed.stream().map(o -> o.clipId().toString()).toArray(String[]::new))
        .param("views", observed.stream().map(ClipDays::views).toArray(Long[]::new))
        .param("likes", counts(observed, Counts::likes))
        .param("comments", counts(observed, Counts::comments))
        .param("shares", counts(observed, Counts::shares))
        .param("saves", counts(observed, Counts::saves))
        .param("ats", observed.stream().map(o -> o.observedAt().toString()).toArray(String[]::new))
        .update();
  }

  /** A clip's days, newest first. */
  public Page<ClipDay> of(UUID clipId, PageQuery query) {
    List<ClipDay> fetched =
        jdbc.sql(OF)
            .param("clip", clipId)
            .param("before", Date.valueOf(query.after().map(ClipDays::day).orElse(END_OF_TIME)))
            .param("limit", query.limit())
            .query((rs, n) -> day(rs))
            .list();
    return Page.of(fetched, query, ClipDays::token);
  }

  /** Page tokens are made of ids; a day's is its number. */
  private static UUID token(ClipDay day) {
    return new UUID(0, day.day().toEpochDay());
  }

  private static LocalDate day(UUID token) {
    long number = Math.clamp(token.getLeastSignificantBits(), 0, END_OF_TIME.toEpochDay());
    return LocalDate.ofEpochDay(number);
  }

  private static ClipDay day(ResultSet rs) throws SQLException {
    return new ClipDay(
        rs.getDate("day").toLocalDate(),
        rs.getLong("views"),
        rs.getLong("growth"),
        rs.getObject("likes", Long.class),
        rs.getObject("comments", Long.class),
        rs.getObject("shares", Long.class),
        rs.getObject("saves", Long.class),
        rs.getInt("readings"),
        rs.getTimestamp("read_at").toInstant());
  }

  /** In one series, whatever was counted before. */
  private static Long views(Observation observed) {
    long shown = ((Verdict.Observed) observed.verdict()).counts().views();
    return Math.max(0, shown + observed.offset());
  }

  private static @Nullable Long[] counts(
      List<Observation> observed, Function<Counts, @Nullable Long> part) {
    return observed.stream()
        .map(o -> part.apply(((Verdict.Observed) o.verdict()).counts()))
        .toArray(Long[]::new);
  }
}
