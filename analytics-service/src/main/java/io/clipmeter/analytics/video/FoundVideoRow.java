package io.clipmeter.analytics.video;

import io.clipmeter.analytics.video.FoundVideo.Author;
import io.clipmeter.analytics.video.FoundVideo.Sound;
import io.clipmeter.analytics.video.FoundVideo.Unavailable;
import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of a list of videos. */
final class FoundVideoRow {
  private FoundVideoRow() {}

  static FoundVideo video(ResultSet row) throws SQLException {
    Platform platform = Platform.valueOf(row.getString("platform"));
    String videoId = row.getString("video_id");
    Instant observedAt = instant(row, "observed_at");
    String source = row.getString("source");
    String metric = row.getString("metric");
    return new FoundVideo(
        platform + ":" + videoId,
        platform,
        videoId,
        row.getString("url"),
        author(row),
        row.getString("caption"),
        sound(row),
        List.of((String[]) row.getArray("hashtags").getArray()),
        List.of((String[]) row.getArray("mentions").getArray()),
        count(row, "duration_seconds"),
        row.getString("thumbnail_url"),
        instant(row, "posted_at"),
        count(row, "views"),
        count(row, "likes"),
        count(row, "comments"),
        count(row, "shares"),
        count(row, "saves"),
        observedAt,
        source == null ? null : Source.valueOf(source),
        metric == null ? null : CountMetric.valueOf(metric),
        List.of((UUID[]) row.getArray("posted_for").getArray()),
        unavailable(row, observedAt));
  }

  static CampaignVideo ofCampaign(ResultSet row) throws SQLException {
    return new CampaignVideo(
        video(row),
        row.getObject("clip_id", UUID.class),
        row.getString("clipper_id"),
        row.getBoolean("posted"));
  }

  static Place place(ResultSet row, VideoOrder order) throws SQLException {
    long value =
        switch (order) {
          case NEWEST -> row.getLong("by_time");
          case MOST_VIEWED -> row.getLong("by_views");
        };
    return new Place(
        order, value, Platform.valueOf(row.getString("platform")), row.getString("video_id"));
  }

  private static @Nullable Author author(ResultSet row) throws SQLException {
    String username = row.getString("author_name");
    return username == null
        ? null
        : new Author(
            row.getString("author_id"),
            username,
            row.getString("author_nickname"),
            row.getString("author_avatar"));
  }

  private static @Nullable Sound sound(ResultSet row) throws SQLException {
    String id = row.getString("sound_id");
    String title = row.getString("sound_title");
    String author = row.getString("sound_author");
    return id == null && title == null && author == null ? null : new Sound(id, title, author);
  }

  /** What was said to be gone is back once it was read later. */
  private static @Nullable Unavailable unavailable(ResultSet row, @Nullable Instant observedAt)
      throws SQLException {
    Instant at = instant(row, "unavailable_at");
    return at == null || (observedAt != null && !at.isAfter(observedAt))
        ? null
        : new Unavailable(UnavailableReason.valueOf(row.getString("unavailable")), at);
  }

  private static @Nullable Long count(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
