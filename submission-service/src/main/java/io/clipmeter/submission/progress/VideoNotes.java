package io.clipmeter.submission.progress;

import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Baseline;
import io.clipmeter.events.VideoUnavailable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is known of submissions' videos. Each note is one statement, however many it is about; rows
 * are locked in the order of their ids, so that two of these statements never wait for each other.
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
        WHERE s.last_view_at IS NULL OR s.last_view_at < t.at
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
    Map<UUID, Baseline> first = new LinkedHashMap<>();
    told.forEach(baseline -> first.putIfAbsent(baseline.submissionId(), baseline));
    if (first.isEmpty()) {
      return;
    }
    Collection<Baseline> all = first.values();
    sql.sql(BASELINES)
        .param("ids", texts(all, Baseline::submissionId))
        .param("views", all.stream().map(Baseline::views).toArray(Long[]::new))
        .param("times", texts(all, Baseline::observedAt))
        .update();
  }

  /** Notes the views of a video on all its submissions, unless newer ones are known. */
  void views(List<VideoObserved> told) {
    Map<String, VideoObserved> newest = new LinkedHashMap<>();
    told.stream()
        .filter(video -> video.views() != null)
        .forEach(
            video ->
                newest.merge(
                    video.key(),
                    video,
                    (one, other) -> other.observedAt().isAfter(one.observedAt()) ? other : one));
    if (newest.isEmpty()) {
      return;
    }
    Collection<VideoObserved> all = newest.values();
    sql.sql(VIEWS)
        .param("platforms", texts(all, VideoObserved::platform))
        .param("videos", texts(all, VideoObserved::videoId))
        .param("views", all.stream().map(VideoObserved::views).toArray(Long[]::new))
        .param("times", texts(all, VideoObserved::observedAt))
        .update();
  }

  /** Notes for the admin who is to decide why a video can't be read. */
  void unavailable(List<VideoUnavailable> told) {
    Map<String, VideoUnavailable> newest = new LinkedHashMap<>();
    told.forEach(
        video ->
            newest.merge(
                video.key(),
                video,
                (one, other) -> other.observedAt().isAfter(one.observedAt()) ? other : one));
    if (newest.isEmpty()) {
      return;
    }
    Collection<VideoUnavailable> all = newest.values();
    sql.sql(UNAVAILABLE)
        .param("platforms", texts(all, VideoUnavailable::platform))
        .param("videos", texts(all, VideoUnavailable::videoId))
        .param("reasons", texts(all, VideoUnavailable::reason))
        .param("times", texts(all, VideoUnavailable::observedAt))
        .update();
  }

  /** PostgreSQL reads ids, names and times from text alike. */
  private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
