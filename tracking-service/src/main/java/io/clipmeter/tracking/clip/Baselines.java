package io.clipmeter.tracking.clip;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.doubt.FirstCountPolicy.Doubt;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The baselines that are captured, and those that are due. */
@Component
class Baselines {
  /**
   * Who dies with a batch loses it when the lease ends. An array, because a subquery that locks
   * finds other rows when the plan asks it again. What a campaign that is over never pays is not
   * bought; where it goes on after all its baselines are due at once.
   */
  private static final String CLAIM =
      """
      UPDATE clip SET baseline_lease = :lease, baseline_tries = baseline_tries + 1
      WHERE id = ANY (ARRAY(
        SELECT id FROM clip WHERE status = 'BASELINE_PENDING' AND baseline_due_at <= :now
          AND (baseline_lease IS NULL OR baseline_lease <= :now)
          AND NOT EXISTS (SELECT FROM campaign c WHERE c.id = clip.campaign_id AND
      """
          + Campaigns.IS_OVER
          + """
              )
            ORDER BY baseline_due_at LIMIT :max FOR UPDATE SKIP LOCKED))
          RETURNING id, platform, video_id, canonical_url, baseline_tries, baseline_uncounted, doubted_views, doubted_at,
            baseline_gone_at
          """;

  /** Only what is still held until the time that the holder knows: another may have it by now. */
  private static final String HOLD =
      """
      WITH held AS (
        SELECT id FROM clip
        WHERE id = ANY (:ids::uuid[]) AND status = 'BASELINE_PENDING' AND baseline_lease = :held
        ORDER BY id FOR UPDATE)
      UPDATE clip SET baseline_lease = :lease FROM held WHERE clip.id = held.id
      """;

  private static final String STORE =
      """
      WITH pending AS (
        SELECT clip.id, n.views, n.at, n.kind
        FROM clip JOIN unnest(:ids::uuid[], :views::bigint[], :ats::timestamptz[], :kinds::text[])
          AS n (id, views, at, kind)
          ON n.id = clip.id
        WHERE status = 'BASELINE_PENDING' ORDER BY clip.id FOR UPDATE OF clip)
      UPDATE clip SET status = 'BASELINED', baseline_views = pending.views, baseline_at = pending.at,
        last_views = pending.views, last_kind = pending.kind, last_read_at = pending.at, baseline_due_at = NULL,
        baseline_lease = NULL, doubted_views = NULL, doubted_at = NULL
      FROM pending WHERE clip.id = pending.id
      RETURNING clip.id
      """;
  private static final String POSTPONE =
      """
      WITH pending AS (
        SELECT clip.id, n.due_at, n.doubted_views, n.doubted_at, n.gone_at, n.shown_at, n.uncounted, n.lost
        FROM clip JOIN unnest(:ids::uuid[], :due::timestamptz[], :doubted::bigint[], :doubted_at::timestamptz[],
                                :gone_at::timestamptz[], :shown_at::timestamptz[], :uncounted::boolean[], :lost::boolean[],
                                :tries::int[])
          AS n (id, due_at, doubted_views, doubted_at, gone_at, shown_at, uncounted, lost, tries)
          ON n.id = clip.id
        WHERE status = 'BASELINE_PENDING' AND baseline_lease IS NOT NULL AND baseline_tries = n.tries
        ORDER BY clip.id FOR UPDATE OF clip)
      UPDATE clip SET
        status = CASE WHEN pending.lost THEN 'GONE' ELSE status END,
        baseline_due_at = CASE WHEN pending.lost THEN NULL ELSE pending.due_at END, baseline_lease = NULL,
        baseline_gone_at = CASE WHEN pending.shown_at IS NULL THEN coalesce(clip.baseline_gone_at, pending.gone_at) END,
        shown_at = greatest(clip.shown_at, pending.shown_at),
        baseline_uncounted = CASE WHEN pending.uncounted THEN clip.baseline_uncounted + 1 ELSE 0 END,
        doubted_views = coalesce(pending.doubted_views, clip.doubted_views),
        doubted_at = coalesce(pending.doubted_at, clip.doubted_at)
      FROM pending WHERE clip.id = pending.id
      RETURNING clip.id
      """;
  private static final String FORCE =
      """
      WITH waiting AS (
        SELECT id FROM clip
        WHERE status = 'BASELINE_PENDING' AND baseline_due_at > :now
          AND (baseline_lease IS NULL OR baseline_lease <= :now)
          AND (:campaign::uuid IS NULL OR campaign_id = :campaign::uuid)
        ORDER BY id FOR UPDATE)
      UPDATE clip SET baseline_due_at = :now FROM waiting WHERE clip.id = waiting.id
      """;

  /** Who reads one meanwhile asked before, so gives it up, and does not say when it is due. */
  private static final String FORCE_VIDEO =
      """
      WITH waiting AS (
        SELECT id FROM clip
        WHERE status = 'BASELINE_PENDING' AND platform = :platform AND video_id = :video
        ORDER BY id FOR UPDATE)
      UPDATE clip SET baseline_due_at = :now, baseline_lease = NULL FROM waiting WHERE clip.id = waiting.id
      """;

  private static final String TRACKED =
      """
      SELECT DISTINCT platform, video_id FROM clip
      WHERE status = 'TRACKED'
        AND (platform, video_id) IN (SELECT * FROM unnest(:platforms::text[], :ids::text[]))
      """;

  private final JdbcClient jdbc;
  private final ClocksInStep clocks;

  Baselines(JdbcClient jdbc, ClocksInStep clocks) {
    this.clocks = clocks;
    this.jdbc = jdbc;
  }

  /** Takes due ones that nobody else has, for the time of the lease. */
  List<PendingBaseline> claim(Instant now, Duration lease, int max) {
    if (!clocks.at(now)) {
      return List.of();
    }
    return jdbc.sql(CLAIM)
        .param("now", Timestamp.from(now))
        .param("lease", Timestamp.from(now.plus(lease)))
        .param("max", max)
        .query((rs, n) -> pending(rs))
        .list();
  }

  /**
   * Keeps what is being read a while longer.
   *
   * @param held until when it was held so far
   */
  void hold(List<PendingBaseline> batch, Instant held, Instant lease) {
    jdbc.sql(HOLD)
        .param("ids", texts(batch.stream().map(PendingBaseline::clipId).toList()))
        .param("held", Timestamp.from(held))
        .param("lease", Timestamp.from(lease))
        .update();
  }

  private static PendingBaseline pending(ResultSet rs) throws SQLException {
    Timestamp doubtedAt = rs.getTimestamp("doubted_at");
    Timestamp goneAt = rs.getTimestamp("baseline_gone_at");
    return new PendingBaseline(
        rs.getObject("id", UUID.class),
        VideoRef.of(
            Platform.valueOf(rs.getString("platform")),
            rs.getString("video_id"),
            rs.getString("canonical_url")),
        rs.getInt("baseline_tries"),
        rs.getInt("baseline_uncounted"),
        doubtedAt == null ? null : new Doubt(rs.getLong("doubted_views"), doubtedAt.toInstant()),
        goneAt == null ? null : goneAt.toInstant());
  }

  /** A count, what it counts, and when it was read. */
  record Captured(long views, Counts.@Nullable Kind kind, Instant at) {
    @Nullable String kindName() {
      return kind == null ? null : kind.name();
    }
  }

  /** Stores baselines where there is none yet, and says where that was. */
  Set<UUID> store(Map<UUID, Captured> read) {
    return new HashSet<>(
        jdbc.sql(STORE)
            .param("ids", texts(read.keySet()))
            .param("views", read.values().stream().map(Captured::views).toArray(Long[]::new))
            .param("ats", texts(read.values().stream().map(Captured::at).toList()))
            .param("kinds", read.values().stream().map(Captured::kindName).toArray(String[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * When a baseline is tried again.
   *
   * @param doubt a count that was read but not believed; null where there is no new one
   * @param goneAt when the video was said to be gone; null where it was not
   * @param shownAt when the video was shown, so that it was not gone; null where it was not
   * @param uncounted whether everybody who was asked answered, and there is no count
   * @param lost whether it is believed to be: then it is not tried again
   */
  record Later(
      PendingBaseline pending,
      Instant due,
      @Nullable Doubt doubt,
      @Nullable Instant goneAt,
      @Nullable Instant shownAt,
      boolean uncounted,
      boolean lost) {
    private UUID clipId() {
      return pending.clipId();
    }

    private @Nullable Long doubtedViews() {
      return doubt == null ? null : (Long) doubt.views();
    }

    private @Nullable String goneText() {
      return goneAt == null ? null : goneAt.toString();
    }

    private @Nullable String shownText() {
      return shownAt == null ? null : shownAt.toString();
    }

    private @Nullable String doubtedAt() {
      return doubt == null ? null : doubt.at().toString();
    }
  }

  /**
   * Has those tried again that are still pending, and that nobody made due or tried meanwhile.
   *
   * @return those
   */
  Set<UUID> postpone(List<Later> later) {
    return new HashSet<>(
        jdbc.sql(POSTPONE)
            .param("ids", texts(later.stream().map(Later::clipId).toList()))
            .param("due", texts(later.stream().map(Later::due).toList()))
            .param("doubted", later.stream().map(Later::doubtedViews).toArray(Long[]::new))
            .param("doubted_at", later.stream().map(Later::doubtedAt).toArray(String[]::new))
            .param("gone_at", later.stream().map(Later::goneText).toArray(String[]::new))
            .param("shown_at", later.stream().map(Later::shownText).toArray(String[]::new))
            .param("uncounted", later.stream().map(Later::uncounted).toArray(Boolean[]::new))
            .param("lost", later.stream().map(Later::lost).toArray(Boolean[]::new))
            .param(
                "tries", later.stream().map(each -> each.pending().tries()).toArray(Integer[]::new))
            .query(UUID.class)
            .list());
  }

  /** Has those that wait for another try tried now; of one campaign, or of all. */
  int force(Optional<UUID> campaignId, Instant now) {
    return jdbc.sql(FORCE)
        .param("now", Timestamp.from(now))
        .param("campaign", campaignId.map(UUID::toString).orElse(null))
        .update();
  }

  /** Has those of a video tried now, also where somebody is at it. */
  void force(VideoKey video, Instant now) {
    jdbc.sql(FORCE_VIDEO)
        .param("now", Timestamp.from(now))
        .param("platform", video.platform().name())
        .param("video", video.id())
        .update();
  }

  /** Those of these videos that are read in rounds. */
  Set<VideoKey> tracked(List<VideoKey> keys) {
    return new HashSet<>(
        jdbc.sql(TRACKED)
            .param("platforms", texts(keys.stream().map(VideoKey::platform).toList()))
            .param("ids", texts(keys.stream().map(VideoKey::id).toList()))
            .query(
                (rs, n) ->
                    new VideoKey(
                        Platform.valueOf(rs.getString("platform")), rs.getString("video_id")))
            .list());
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }
}
