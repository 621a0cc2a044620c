package io.clipmeter.tracking.clip;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.source.VideoRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions, and the clips they become. */
@Component
class Clips {
  private static final String RECEIVE =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, canonical_url, submitted_at, status,
                        baseline_due_at)
      SELECT n.*, 'BASELINE_PENDING', :now
      FROM unnest(:ids::uuid[], :campaigns::uuid[], :clippers::text[], :platforms::text[], :videos::text[],
                  :urls::text[], :submitted::timestamptz[]) AS n
      ON CONFLICT (id) DO NOTHING
      """;

  /** The baseline of the approval is only taken where we have none, after a loss of data, say. */
  private static final String APPROVE =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, canonical_url, submitted_at,
                        baseline_views, baseline_at, status)
      SELECT n.*, 'TRACKED'
      FROM unnest(:ids::uuid[], :campaigns::uuid[], :clippers::text[], :platforms::text[], :videos::text[],
                  :urls::text[], :submitted::timestamptz[], :views::bigint[], :ats::timestamptz[]) AS n (id)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET
        status = 'TRACKED',
        baseline_views = coalesce(clip.baseline_views, excluded.baseline_views),
        baseline_at = coalesce(clip.baseline_at, excluded.baseline_at),
        last_views = coalesce(clip.last_views, clip.baseline_views, excluded.baseline_views),
        baseline_due_at = NULL
      WHERE clip.status IN ('BASELINE_PENDING', 'BASELINED') OR clip.status = 'GONE' AND clip.baseline_views IS NULL
      """;

  private static final String DROP =
      """
      WITH undecided AS (
        SELECT id FROM clip
        WHERE id = ANY (:ids::uuid[])
          AND (status IN ('BASELINE_PENDING', 'BASELINED') OR status = 'GONE' AND baseline_views IS NULL)
        ORDER BY id FOR UPDATE)
      UPDATE clip SET status = 'DROPPED', baseline_due_at = NULL FROM undecided WHERE clip.id = undecided.id
      """;
  private static final String TRACK_AGAIN =
      """
      UPDATE clip SET
        status = CASE WHEN baseline_views IS NULL THEN 'BASELINE_PENDING' ELSE 'TRACKED' END,
        baseline_due_at = CASE WHEN baseline_views IS NULL THEN :now::timestamptz END,
        baseline_tries = 0, baseline_uncounted = 0, baseline_gone_at = NULL, gone_said_in = NULL, gone_said_at = NULL
      WHERE id = :id AND status = 'GONE'
      """;

  /**
   * What was shown lately is not gone, whatever an admin saw, whatever its count was worth, and
   * whoever it was shown to: another campaign's clip, a submission, a job, or a post.
   */
  private static final String TAKE_OUT =
      """
      UPDATE clip SET status = 'GONE'
      WHERE id = :id AND status = 'TRACKED' AND coalesce(last_read_at, baseline_at) <= :before
        AND NOT EXISTS (
          SELECT FROM clip c
          WHERE (c.platform, c.video_id) = (clip.platform, clip.video_id) AND c.shown_at > :before)
        AND NOT EXISTS (
          SELECT FROM video v
          WHERE (v.platform, v.video_id) = (clip.platform, clip.video_id) AND v.unavailable IS NULL AND v.seen_at > :before)
      RETURNING platform, video_id, canonical_url
      """;

  private static final String SHOW =
      """
      SELECT clip.id, campaign_id, clipper_id, clip.platform, clip.video_id, clip.canonical_url, status, baseline_views,
             last_views, last_read_at, (facts -> 'facts' ->> 'sponsored')::boolean AS sponsored
      FROM clip LEFT JOIN video ON (video.platform, video.video_id) = (clip.platform, clip.video_id)
      WHERE clip.id = :id
      """;
  private static final String KNOWN = "SELECT count(*) FROM clip WHERE id = :id";
  private static final String OWN =
      "SELECT count(*) FROM clip WHERE id = :id AND clipper_id = :clipper";
  private static final String COUNT = "SELECT count(*) FROM clip WHERE status = :status";

  /** Nobody waits for the baselines of a campaign that is over. */
  private static final String WAITING =
      """
      SELECT count(*) FROM clip
      WHERE status = 'BASELINE_PENDING'
        AND NOT EXISTS (SELECT FROM campaign c WHERE c.id = clip.campaign_id AND
      """
          + Campaigns.IS_OVER
          + ")\n";

  private static final String SAID_GONE =
      """
      SELECT (\
      """
          + WAITING
          + """
                  AND baseline_gone_at <= :before)
               + (SELECT count(*) FROM clip JOIN campaign ON campaign.id = clip.campaign_id
                  WHERE clip.status = 'TRACKED' AND clip.gone_said_at <= :before AND campaign.completed_at IS NULL)
          """;

  private static final String TRIED_IN_VAIN =
      WAITING
          + """
            AND baseline_tries >= :tries AND baseline_gone_at IS NULL
          """;

  private final JdbcClient jdbc;

  Clips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds submissions that wait for their baseline; those that are known stay as they are. */
  void receive(List<SubmissionReceived> events, Instant now) {
    jdbc.sql(RECEIVE)
        .param("now", Timestamp.from(now))
        .param("ids", texts(events, SubmissionReceived::submissionId))
        .param("campaigns", texts(events, SubmissionReceived::campaignId))
        .param("clippers", texts(events, SubmissionReceived::clipperId))
        .param("platforms", texts(events, SubmissionReceived::platform))
        .param("videos", texts(events, SubmissionReceived::videoId))
        .param("urls", texts(events, SubmissionReceived::canonicalUrl))
        .param("submitted", texts(events, SubmissionReceived::submittedAt))
        .update();
  }

  /** Has clips tracked from now on. Each id once. */
  void approve(Collection<SubmissionApproved> events) {
    jdbc.sql(APPROVE)
        .param("ids", texts(events, SubmissionApproved::submissionId))
        .param("campaigns", texts(events, SubmissionApproved::campaignId))
        .param("clippers", texts(events, SubmissionApproved::clipperId))
        .param("platforms", texts(events, SubmissionApproved::platform))
        .param("videos", texts(events, SubmissionApproved::videoId))
        .param("urls", texts(events, SubmissionApproved::canonicalUrl))
        .param("submitted", texts(events, SubmissionApproved::baselineAt))
        .param("views", events.stream().map(e -> e.initialViews()).toArray(Long[]::new))
        .param("ats", texts(events, SubmissionApproved::baselineAt))
        .update();
  }

  /** Forgets about submissions that came to nothing. */
  void drop(Collection<UUID> ids) {
    jdbc.sql(DROP).param("ids", texts(ids, UUID::toString)).update();
  }

  /** Takes a clip in again whose video was gone; false where it was not. */
  boolean trackAgain(UUID id, Instant now) {
    return jdbc.sql(TRACK_AGAIN).param("id", id).param("now", Timestamp.from(now)).update() == 1;
  }

  /** Takes a tracked clip out whose video was not shown since; empty where it is another or was. */
  Optional<VideoRef> takeOut(UUID id, Instant before) {
    return jdbc.sql(TAKE_OUT)
        .param("id", id)
        .param("before", Timestamp.from(before))
        .query(
            (rs, n) ->
                VideoRef.of(
                    Platform.valueOf(rs.getString("platform")),
                    rs.getString("video_id"),
                    rs.getString("canonical_url")))
        .optional();
  }

  /** Where a submission stands. */
  enum Status {
    /** Its baseline is to be captured. */
    BASELINE_PENDING,
    /** Nobody has decided on it yet. */
    BASELINED,
    /** Rounds read it: it is a clip. */
    TRACKED,
    /** It is read no more, as its video is gone. */
    GONE,
    /** It came to nothing. */
    DROPPED
  }

  /**
   * A clip as it stands.
   *
   * @param baselineViews null until they were read
   * @param lastViews what it last counted with; null before its first reading
   * @param sponsored whether its provider calls the video an advertisement or paid for: views may
   *     have been bought, nobody says how many, and all of them count. Null where it does not say
   */
  record ShownClip(
      UUID clipId,
      UUID campaignId,
      String clipperId,
      Platform platform,
      String videoId,
      String url,
      Status status,
      @Nullable Long baselineViews,
      @Nullable Long lastViews,
      @Nullable Instant lastReadAt,
      @Nullable Boolean sponsored) {}

  Optional<ShownClip> find(UUID id) {
    return jdbc.sql(SHOW).param("id", id).query((rs, n) -> shown(rs)).optional();
  }

  private static ShownClip shown(ResultSet rs) throws SQLException {
    Timestamp lastReadAt = rs.getTimestamp("last_read_at");
    return new ShownClip(
        rs.getObject("id", UUID.class),
        rs.getObject("campaign_id", UUID.class),
        rs.getString("clipper_id"),
        Platform.valueOf(rs.getString("platform")),
        rs.getString("video_id"),
        rs.getString("canonical_url"),
        Status.valueOf(rs.getString("status")),
        rs.getObject("baseline_views", Long.class),
        rs.getObject("last_views", Long.class),
        lastReadAt == null ? null : lastReadAt.toInstant(),
        rs.getObject("sponsored", Boolean.class));
  }

  boolean knows(UUID id) {
    return jdbc.sql(KNOWN).param("id", id).query(Integer.class).single() > 0;
  }

  /** Whether it is this clipper's. */
  boolean belongs(UUID id, String clipper) {
    return jdbc.sql(OWN).param("id", id).param("clipper", clipper).query(Integer.class).single()
        > 0;
  }

  long count(String status) {
    return jdbc.sql(COUNT).param("status", status).query(Long.class).single();
  }

  /** How many wait for their baseline. */
  long waiting(Instant now) {
    return jdbc.sql(WAITING).param("now", Timestamp.from(now)).query(Long.class).single();
  }

  /** How many are said to be gone since before this time, and are still looked for. */
  long saidGone(Instant before, Instant now) {
    return jdbc.sql(SAID_GONE)
        .param("before", Timestamp.from(before))
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** How many have no baseline after so many tries, though nobody says that they are gone. */
  long triedInVain(int tries, Instant now) {
    return jdbc.sql(TRIED_IN_VAIN)
        .param("tries", tries)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
