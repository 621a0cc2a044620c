package io.clipmeter.submission.progress;

import io.clipmeter.events.VideoObserved;
import io.clipmeter.submission.notification.Notifier;
import io.clipmeter.submission.notification.Notifier.SponsoredClip;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which submitted videos are advertisements. Takes no money back: where a campaign takes none and
 * one was approved before it was known, admins are told.
 */
@Component
class SponsoredNotes {
  private static final String NOTE =
      """
      WITH told AS (
        SELECT * FROM unnest(:platforms::text[], :videos::text[], :flags::boolean[], :times::timestamptz[])
          AS t (platform, video_id, sponsored, at)
      ), found AS (
        SELECT s.id, t.sponsored, t.at, t.sponsored AND s.sponsored IS NOT TRUE AS turned
        FROM submission s JOIN told t USING (platform, video_id)
        WHERE s.status <> 'WITHDRAWN' AND (s.sponsored_at IS NULL OR s.sponsored_at < t.at)
        ORDER BY s.id FOR UPDATE OF s
      ), noted AS (
        UPDATE submission s SET sponsored = f.sponsored, sponsored_at = f.at
        FROM found f WHERE s.id = f.id
        RETURNING s.id, s.campaign_id, s.clipper_id, s.sponsored_at, f.turned AND s.status = 'APPROVED' AS late
      )
      SELECT * FROM noted WHERE late
      """;
  // Whoever changes the term at the same time waits for this, or this for them: one of both tells.
  private static final String REFUSING =
      """
      WITH locked AS (
        SELECT id, sponsored_videos FROM campaign WHERE id = ANY (:ids::uuid[]) ORDER BY id FOR SHARE
      )
      SELECT id FROM locked WHERE sponsored_videos = 'REFUSED'
      """;

  private final JdbcClient sql;
  private final Notifier notifier;

  SponsoredNotes(JdbcClient sql, Notifier notifier) {
    this.sql = sql;
    this.notifier = notifier;
  }

  /** Notes what these readings say of it, unless newer ones are known. */
  void note(List<VideoObserved> told) {
    Map<String, VideoObserved> newest = new LinkedHashMap<>();
    told.stream()
        .filter(video -> video.sponsored() != null)
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
    List<SponsoredClip> late =
        sql.sql(NOTE)
            .param("platforms", texts(all, VideoObserved::platform))
            .param("videos", texts(all, VideoObserved::videoId))
            .param("flags", all.stream().map(VideoObserved::sponsored).toArray(Boolean[]::new))
            .param("times", texts(all, VideoObserved::observedAt))
            .query(
                (row, n) ->
                    new SponsoredClip(
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("clipper_id"),
                        row.getTimestamp("sponsored_at").toInstant()))
            .list();
    if (!late.isEmpty()) {
      Set<UUID> refusing = refusing(late);
      notifier.tellOfSponsored(
          late.stream().filter(clip -> refusing.contains(clip.campaignId())).toList());
    }
  }

  /** Which of their campaigns take no advertisements. */
  private Set<UUID> refusing(List<SponsoredClip> clips) {
    return sql.sql(REFUSING)
        .param("ids", texts(clips, SponsoredClip::campaignId))
        .query((row, n) -> row.getObject("id", UUID.class))
        .set();
  }

  private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
