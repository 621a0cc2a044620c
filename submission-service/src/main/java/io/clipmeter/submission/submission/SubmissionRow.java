package io.clipmeter.submission.submission;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.money.Money;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.submission.Submission.Decision;
import io.clipmeter.submission.submission.Submission.Earnings;
import io.clipmeter.submission.submission.Submission.Unavailable;
import io.clipmeter.submission.submission.Submission.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of {@code submission} that has its campaign's currency beside it. */
final class SubmissionRow implements RowMapper<Submission> {

  @Override
  public Submission mapRow(ResultSet row, int number) throws SQLException {
    Video video =
        new Video(
            Platform.valueOf(row.getString("platform")),
            row.getString("video_id"),
            row.getString("canonical_url"));
    return new Submission(
        row.getObject("id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getString("clipper_id"),
        video,
        row.getString("url"),
        SubmissionStatus.valueOf(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        views(row, "initial_views", "baseline_at"),
        views(row, "current_views", "last_view_at"),
        unavailable(row),
        earnings(row),
        decision(row),
        AuthorMatch.valueOf(row.getString("author")),
        row.getObject("sponsored", Boolean.class));
  }

  private static @Nullable Views views(ResultSet row, String count, String at) throws SQLException {
    Instant time = instant(row, at);
    return time == null ? null : new Views(row.getLong(count), time);
  }

  private static @Nullable Unavailable unavailable(ResultSet row) throws SQLException {
    Instant time = instant(row, "unavailable_at");
    return time == null
        ? null
        : new Unavailable(UnavailableReason.valueOf(row.getString("unavailable_reason")), time);
  }

  private static Earnings earnings(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    Money soFar = Money.ofMicros(row.getLong("earnings_micros"), currency);
    long whenOver = row.getLong("final_earnings_micros");
    return new Earnings(soFar, row.wasNull() ? null : Money.ofMicros(whenOver, currency));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    Instant time = instant(row, "decided_at");
    return time == null
        ? null
        : new Decision(row.getString("decided_by"), time, row.getString("rejection_reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
