package io.clipmeter.submission.progress;

import io.clipmeter.events.VideoObserved;
import io.clipmeter.submission.notification.Notifier;
import io.clipmeter.submission.notification.Notifier.SponsoredClip;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    Told<VideoObserved> newest =
        Told.newest(
            told.stream().filter(video -> video.sponsored() != null), VideoObserved::observedAt);
    if (newest.isEmpty()) {
      return;
    }
    List<SponsoredClip> late =
        sql.sql(NOTE)
            .param("platforms", newest.texts(VideoObserved::platform))
            .param("videos", newest.texts(VideoObserved::videoId))
            .param("flags", newest.column(VideoObserved::sponsored, Boolean[]::new))
            .param("times", newest.texts(VideoObserved::observedAt))
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
        .param("ids", new Told<>(clips).texts(SponsoredClip::campaignId))
        .query((row, n) -> row.getObject("id", UUID.class))
        .set();
  }
}
