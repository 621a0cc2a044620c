package io.clipmeter.submission.progress;

import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Baseline;
import io.clipmeter.events.VideoUnavailable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is known of submissions' videos. Each note is one statement, however many it is about; rows
 * are locked in the order of their ids, so that two of these statements never wait for each other.
 * What is withdrawn is left out, as it is of the index by video.
 */
@Component
class VideoNotes {
  private static final String BASELINES =
      """
      WITH told AS (
        SELECT * FROM unnest(:ids::uuid[], :views::bigint[], :times::timestamptz[]) AS t (id, views, at)
      ), found AS (
        SELECT s.id, t.views, t.at FROM submission s JOIN told t ON t.id = s.id
        WHERE s.initial_views IS NULL
        ORDER BY s.id FOR UPDATE OF s
      )
      UPDATE submission s SET initial_views = f.views, baseline_at = f.at
      FROM found f WHERE s.id = f.id
      """;
  private static final String VIEWS =
      """
      WITH told AS (
        SELECT * FROM unnest(:platforms::text[], :videos::text[], :views::bigint[], :times::timestamptz[])
          AS t (platform, video_id, views, at)
      ), found AS (
        SELECT s.id, t.views, t.at FROM submission s JOIN told t USING (platform, video_id)
        WHERE s.status <> 'WITHDRAWN' AND (s.last_view_at IS NULL OR s.last_view_at < t.at)
        ORDER BY s.id FOR UPDATE OF s
      )
      UPDATE submission s
      SET current_views = f.views, last_view_at = f.at,
          unavailable_reason = CASE WHEN s.unavailable_at > f.at THEN s.unavailable_reason END,
          unavailable_at = CASE WHEN s.unavailable_at > f.at THEN s.unavailable_at END
      FROM found f WHERE s.id = f.id
      """;
  private static final String UNAVAILABLE =
      """
      WITH told AS (
        SELECT * FROM unnest(:platforms::text[], :videos::text[], :reasons::text[], :times::timestamptz[])
          AS t (platform, video_id, reason, at)
      ), found AS (
        SELECT s.id, t.reason, t.at FROM submission s JOIN told t USING (platform, video_id)
        WHERE s.status = 'PENDING'
          AND (s.unavailable_at IS NULL OR s.unavailable_at < t.at)
          AND (s.last_view_at IS NULL OR s.last_view_at < t.at)
        ORDER BY s.id FOR UPDATE OF s
      )
      UPDATE submission s SET unavailable_reason = f.reason, unavailable_at = f.at
      FROM found f WHERE s.id = f.id
      """;

  private final JdbcClient sql;

  VideoNotes(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes baselines where there are none yet. */
  void baselines(List<Baseline> told) {
    Told<Baseline> first = Told.first(told.stream(), Baseline::submissionId);
    if (first.isEmpty()) {
      return;
    }
    sql.sql(BASELINES)
        .param("ids", first.texts(Baseline::submissionId))
        .param("views", first.column(Baseline::views, Long[]::new))
        .param("times", first.texts(Baseline::observedAt))
        .update();
  }

  /** Notes the views of a video on all its submissions, unless newer ones are known. */
  void views(List<VideoObserved> told) {
    Told<VideoObserved> newest =
        Told.newest(
            told.stream().filter(video -> video.views() != null), VideoObserved::observedAt);
    if (newest.isEmpty()) {
      return;
    }
    sql.sql(VIEWS)
        .param("platforms", newest.texts(VideoObserved::platform))
        .param("videos", newest.texts(VideoObserved::videoId))
        .param("views", newest.column(VideoObserved::views, Long[]::new))
        .param("times", newest.texts(VideoObserved::observedAt))
        .update();
  }

  /** Notes for the admin who is to decide why a video can't be read. */
  void unavailable(List<VideoUnavailable> told) {
    Told<VideoUnavailable> newest = Told.newest(told.stream(), VideoUnavailable::observedAt);
    if (newest.isEmpty()) {
      return;
    }
    sql.sql(UNAVAILABLE)
        .param("platforms", newest.texts(VideoUnavailable::platform))
        .param("videos", newest.texts(VideoUnavailable::videoId))
        .param("reasons", newest.texts(VideoUnavailable::reason))
        .param("times", newest.texts(VideoUnavailable::observedAt))
        .update();
  }
}
