package io.clipmeter.tracking.manual;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.manual.ManualPolicy.Known;
import io.clipmeter.tracking.manual.ManualReading.State;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.order.SourceSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All entries of admins. */
@Component
class ManualReadings {
  /**
   * What one admin alone entered is no count to compare the next entry with: that is held against
   * what it was held against itself.
   */
  private static final String CLIP =
      """
      SELECT platform, video_id, last_kind, coalesce(last_read_at, baseline_at) AS last_at,
        CASE WHEN alone.id IS NULL THEN coalesce(last_views, baseline_views) - views_offset
             ELSE alone.held_against END AS last_views
      FROM clip LEFT JOIN LATERAL (
        SELECT id, held_against FROM manual_reading
        WHERE platform = clip.platform AND video_id = clip.video_id AND state = 'CONFIRMED' AND NOT needs_second
          AND measured_at = clip.last_read_at
        ORDER BY held_against NULLS FIRST LIMIT 1) AS alone ON true
      WHERE status IN ('BASELINE_PENDING', 'BASELINED', 'TRACKED', 'GONE')
        AND (platform, video_id) = (
          SELECT platform, video_id FROM clip
          WHERE id = :id AND status IN ('BASELINE_PENDING', 'BASELINED', 'TRACKED'))
      ORDER BY clip.id FOR NO KEY UPDATE OF clip
      """;

  private static final String ADD =
      """
      INSERT INTO manual_reading (id, clip_id, platform, video_id, views, count_kind, likes, comments, shares, saves, measured_at,
                                  evidence, state, needs_second, entered_by, entered_at, held_against)
      VALUES (:id, :clip, :platform, :video, :views, :kind, :likes, :comments, :shares, :saves, :measured, :evidence, :state,
              :second, :by, :at, :against)
      """;
  private static final String DECIDE =
      """
      UPDATE manual_reading SET state = :state, decided_by = :by, decided_at = :at, reason = :reason
      WHERE id = :id AND state = 'PENDING'
      """;
  private static final String ONE = "SELECT * FROM manual_reading WHERE id = :id FOR UPDATE";
  private static final String LIST =
      """
      SELECT * FROM manual_reading
      WHERE id < :before AND (:state::text IS NULL OR state = :state)
        AND (:clip::uuid IS NULL OR clip_id = :clip::uuid)
      ORDER BY id DESC LIMIT :limit
      """;

  /**
   * The newest entry of each video, unless a clip of it was read since. What one admin alone
   * entered is never a baseline: a submission of the video may have come in after it.
   */
  private static final String NEWEST =
      """
      SELECT m.*
      FROM unnest(:platforms::text[], :videos::text[]) AS n (platform, video_id)
      CROSS JOIN LATERAL (
        SELECT * FROM manual_reading WHERE platform = n.platform AND video_id = n.video_id
          AND state = 'CONFIRMED' AND measured_at >= :since
        ORDER BY measured_at DESC, id DESC LIMIT 1) AS m
      WHERE NOT EXISTS (
        SELECT FROM clip WHERE platform = n.platform AND video_id = n.video_id
          AND (coalesce(last_read_at, baseline_at) > m.measured_at
               OR status = 'BASELINE_PENDING' AND NOT m.needs_second))
      """;

  private final JdbcClient jdbc;
  private final SourceSettings sources;

  ManualReadings(JdbcClient jdbc, SourceSettings sources) {
    this.jdbc = jdbc;
    this.sources = sources;
  }

  /**
   * A video of a clip, or of a submission that may become one.
   *
   * @param kind what its platform's clips are counted in
   * @param known of all its clips, as an entry for one is read by all: the fewest views, and none
   *     where one of them has nothing to be compared with
   */
  record KnownClip(VideoKey video, Counts.Kind kind, Known known) {
    private KnownClip and(KnownClip other) {
      Long one = known.lastViews();
      Long two = other.known.lastViews();
      return new KnownClip(
          video,
          kind,
          new Known(
              one == null || two == null ? null : (Long) Math.min(one, two),
              later(known.lastReadAt(), other.known.lastReadAt())));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
      return one == null || other != null && other.isAfter(one) ? other : one;
    }
  }

  /** The clip, kept as it is until the transaction ends; empty where none can be read any more. */
  Optional<KnownClip> clip(UUID id) {
    return jdbc.sql(CLIP).param("id", id).query((rs, n) -> clip(rs)).list().stream()
        .reduce(KnownClip::and);
  }

  /**
   * Keeps an entry.
   *
   * @param against what it was compared with; null where there was nothing
   */
  void add(ManualReading entry, @Nullable Long against) {
    jdbc.sql(ADD)
        .param("id", entry.id())
        .param("clip", entry.clipId())
        .param("platform", entry.platform().name())
        .param("video", entry.videoId())
        .param("views", entry.views())
        .param("kind", entry.countKind().name())
        .param("likes", entry.likes(), Types.BIGINT)
        .param("comments", entry.comments(), Types.BIGINT)
        .param("shares", entry.shares(), Types.BIGINT)
        .param("saves", entry.saves(), Types.BIGINT)
        .param("measured", Timestamp.from(entry.measuredAt()))
        .param("evidence", entry.evidence())
        .param("state", entry.state().name())
        .param("second", entry.needsSecond())
        .param("by", entry.enteredBy())
        .param("at", Timestamp.from(entry.enteredAt()))
        .param("against", against, Types.BIGINT)
        .update();
  }

  /** Confirms or rejects an entry that is pending; false where it is not. */
  boolean decide(UUID id, State state, String admin, Instant now, @Nullable String reason) {
    return jdbc.sql(DECIDE)
            .param("id", id)
            .param("state", state.name())
            .param("by", admin)
            .param("at", Timestamp.from(now))
            .param("reason", reason, Types.VARCHAR)
            .update()
        == 1;
  }

  /** Locks the entry until the transaction ends. */
  Optional<ManualReading> lock(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((rs, n) -> reading(rs)).optional();
  }

  Page<ManualReading> list(Optional<State> state, Optional<UUID> clipId, PageQuery query) {
    List<ManualReading> fetched =
        jdbc.sql(LIST)
            .param("state", state.map(State::name).orElse(null), Types.VARCHAR)
            .param("clip", clipId.map(UUID::toString).orElse(null), Types.VARCHAR)
            .param("before", query.before())
            .param("limit", query.limit())
            .query((rs, n) -> reading(rs))
            .list();
    return Page.of(fetched, query, ManualReading::id);
  }

  /** Those of these videos' entries that still say what the video stands at. */
  List<ManualReading> newest(Collection<VideoRef> videos, Instant since) {
    return jdbc.sql(NEWEST)
        .param("platforms", texts(videos, video -> video.key().platform().name()))
        .param("videos", texts(videos, video -> video.key().id()))
        .param("since", Timestamp.from(since))
        .query((rs, n) -> reading(rs))
        .list();
  }

  private static String[] texts(Collection<VideoRef> videos, Function<VideoRef, String> part) {
    return videos.stream().map(part).toArray(String[]::new);
  }

  private KnownClip clip(ResultSet rs) throws SQLException {
    VideoKey video =
        new VideoKey(Platform.valueOf(rs.getString("platform")), rs.getString("video_id"));
    Counts.Kind kind = sources.kindOf(video.platform());
    String before = rs.getString("last_kind");
    boolean same = before == null || before.equals(kind.name());
    Long last = same ? rs.getObject("last_views", Long.class) : null;
    return new KnownClip(video, kind, new Known(last, instant(rs, "last_at")));
  }

  private static ManualReading reading(ResultSet rs) throws SQLException {
    return new ManualReading(
        rs.getObject("id", UUID.class),
        rs.getObject("clip_id", UUID.class),
        Platform.valueOf(rs.getString("platform")),
        rs.getString("video_id"),
        rs.getLong("views"),
        Counts.Kind.valueOf(rs.getString("count_kind")),
        rs.getObject("likes", Long.class),
        rs.getObject("comments", Long.class),
        rs.getObject("shares", Long.class),
        rs.getObject("saves", Long.class),
        rs.getTimestamp("measured_at").toInstant(),
        rs.getString("evidence"),
        State.valueOf(rs.getString("state")),
        rs.getBoolean("needs_second"),
        rs.getString("entered_by"),
        rs.getTimestamp("entered_at").toInstant(),
        rs.getString("decided_by"),
        instant(rs, "decided_at"),
        rs.getString("reason"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
