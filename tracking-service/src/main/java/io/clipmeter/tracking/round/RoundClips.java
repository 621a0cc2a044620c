package io.clipmeter.tracking.round;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.events.Platform;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.tracking.observation.JumpPolicy.Past;
import io.clipmeter.tracking.observation.JumpPolicy.Suspicion;
import io.clipmeter.tracking.observation.ReadingPolicy.Missing;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clips of each round, and what came of them. */
@Component
class RoundClips implements Expiring {
  private static final UUID LEAST = new UUID(0, 0);
  private static final String UNREAD =
      """
      SELECT clip.id, clipper_id, video_id, canonical_url, baseline_views, coalesce(last_views, baseline_views) last,
             greatest(highest_views, last_views, baseline_views) highest, views_offset, gone_said_in, gone_said_at, coalesce(last_read_at, baseline_at) last_at, suspected_views,
             suspected_in, suspected_at, last_kind
      FROM round_clip JOIN clip ON clip.id = round_clip.clip_id
      WHERE round_id = :round AND round_clip.platform = :platform AND outcome IS NULL AND clip_id > :after
      ORDER BY clip_id LIMIT :limit
      """;
  private static final String PLATFORMS =
      "SELECT DISTINCT platform FROM round_clip WHERE round_id = :round AND outcome IS NULL";
  private static final String DECIDE =
      """
      UPDATE round_clip SET outcome = n.outcome
      FROM unnest(:ids::uuid[], :outcomes::text[]) AS n (id, outcome)
      WHERE round_id = :round AND clip_id = n.id AND round_clip.outcome IS NULL
      RETURNING clip_id
      """;

  /**
   * Only a confirmed GONE takes a clip out. Who shows the video, with whatever number or without
   * any, takes back that it was said to be gone. A good number ends a suspicion.
   */
  private static final String UPDATE =
      """
      WITH read AS (
        SELECT clip.id, n.outcome, n.views, n.views_offset, n.shown, n.said_gone, n.at, n.kind, n.suspected, n.suspected_in, n.suspected_at
        FROM clip JOIN unnest(:ids::uuid[], :outcomes::text[], :views::bigint[], :offsets::bigint[],
                                :shown::boolean[], :said_gone::boolean[], :ats::timestamptz[], :kinds::text[],
                                :suspected::bigint[], :suspected_in::bigint[], :suspected_at::timestamptz[])
          AS n (id, outcome, views, views_offset, shown, said_gone, at, kind, suspected, suspected_in, suspected_at)
          ON n.id = clip.id
        ORDER BY clip.id FOR UPDATE OF clip)
      UPDATE clip SET
        last_views = coalesce(read.views, last_views),
        highest_views = greatest(highest_views, last_views, baseline_views, read.views),
        last_kind = CASE WHEN read.views IS NULL THEN last_kind ELSE read.kind END,
        last_read_at = CASE WHEN read.views IS NULL THEN last_read_at ELSE read.at END,
        shown_at = CASE WHEN read.shown THEN greatest(clip.shown_at, read.at) ELSE clip.shown_at END,
        views_offset = CASE WHEN read.views IS NULL THEN clip.views_offset ELSE read.views_offset END,
        gone_said_in = CASE WHEN read.shown THEN NULL
                            WHEN read.said_gone THEN coalesce(gone_said_in, :number)
                            ELSE gone_said_in END,
        gone_said_at = CASE WHEN read.shown THEN NULL
                            WHEN read.said_gone THEN coalesce(gone_said_at, read.at)
                            ELSE gone_said_at END,
        suspected_views = CASE WHEN read.views IS NOT NULL THEN NULL ELSE coalesce(read.suspected, suspected_views) END,
        suspected_in = CASE WHEN read.views IS NOT NULL THEN NULL ELSE coalesce(read.suspected_in, clip.suspected_in) END,
        suspected_at = CASE WHEN read.views IS NOT NULL THEN NULL ELSE coalesce(read.suspected_at, clip.suspected_at) END,
        status = CASE WHEN read.outcome = 'GONE' AND status = 'TRACKED' THEN 'GONE' ELSE status END
      FROM read WHERE clip.id = read.id
      """;

  /** What was read of them is in the history. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final int ROUNDS = 100;
  private static final String FORGET =
      """
      WITH old AS (
        UPDATE round SET clips_forgotten = true
        WHERE id = ANY (ARRAY(
          SELECT id FROM round WHERE status = 'CLOSED' AND NOT clips_forgotten AND closed_at < :before
          ORDER BY closed_at LIMIT :rounds FOR UPDATE SKIP LOCKED))
        RETURNING id)
      DELETE FROM round_clip USING old WHERE round_clip.round_id = old.id
      """;

  private final JdbcClient jdbc;

  RoundClips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Clips that are read together.
   *
   * @param more whether others follow
   */
  record Chunk(List<RoundClip> clips, boolean more) {}

  /**
   * A clip, what was read of it, and what that is worth.
   *
   * @param suspicion what is suspected from now on; null where nothing is that was not before
   */
  record Judged(RoundClip clip, Answer answer, Verdict verdict, @Nullable Suspicion suspicion) {
    ReadingOutcome outcome() {
      return verdict.outcome();
    }

    /** What the clip stands at, where there is a number that counts. */
    @Nullable Long views() {
      return verdict instanceof Verdict.Observed observed
          ? (Long) Math.max(0, observed.counts().views() + offset())
          : null;
    }

    /** Where the kind of count changes now, the count goes on from where it stood. */
    long offset() {
      return verdict instanceof Verdict.Observed observed && clip.changesKind(answer.kind())
          ? clip.lastViews() - observed.counts().views()
          : clip.offset();
    }

    private <T> @Nullable T suspected(Function<Suspicion, T> part) {
      return suspicion == null ? null : part.apply(suspicion);
    }
  }

  /** Of which platforms there are clips without an outcome. */
  List<Platform> unreadOn(ClaimedRound round) {
    return jdbc.sql(PLATFORMS)
        .param("round", round.id())
        .query((rs, n) -> Platform.valueOf(rs.getString(1)))
        .list();
  }

  /** The next clips of a platform without an outcome, in the order of their ids. */
  Chunk unread(ClaimedRound round, Platform platform, @Nullable RoundClip after, int limit) {
    List<RoundClip> found =
        jdbc.sql(UNREAD)
            .param("round", round.id())
            .param("platform", platform.name())
            .param("after", after == null ? LEAST : after.id())
            .param("limit", limit + 1)
            .query((rs, n) -> clip(platform, rs))
            .list();
    return new Chunk(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
  }

  private static RoundClip clip(Platform platform, ResultSet rs) throws SQLException {
    return new RoundClip(
        rs.getObject("id", UUID.class),
        rs.getString("clipper_id"),
        VideoRef.of(platform, rs.getString("video_id"), rs.getString("canonical_url")),
        rs.getLong("baseline_views"),
        rs.getLong("last"),
        rs.getLong("highest"),
        rs.getLong("views_offset"),
        missing(rs),
        kind(rs.getString("last_kind")),
        past(rs));
  }

  private static Past past(ResultSet rs) throws SQLException {
    Timestamp at = rs.getTimestamp("last_at");
    Timestamp suspectedAt = rs.getTimestamp("suspected_at");
    return new Past(
        rs.getLong("last") - rs.getLong("views_offset"),
        at == null ? null : at.toInstant(),
        suspectedAt == null
            ? null
            : new Suspicion(
                rs.getLong("suspected_views"),
                rs.getLong("suspected_in"),
                suspectedAt.toInstant()));
  }

  private static @Nullable Missing missing(ResultSet rs) throws SQLException {
    Timestamp at = rs.getTimestamp("gone_said_at");
    return at == null ? null : new Missing(rs.getLong("gone_said_in"), at.toInstant());
  }

  /** Gives clips their outcome, and says which of them had none before. */
  Set<UUID> decide(ClaimedRound round, List<Judged> judged) {
    return new HashSet<>(
        jdbc.sql(DECIDE)
            .param("round", round.id())
            .param("ids", texts(judged, j -> j.clip().id()))
            .param("outcomes", texts(judged, Judged::outcome))
            .query(UUID.class)
            .list());
  }

  /** Takes the readings over into the clips. */
  void update(ClaimedRound round, List<Judged> judged) {
    jdbc.sql(UPDATE)
        .param("number", round.number())
        .param("ats", texts(judged, j -> j.answer().at()))
        .param("ids", texts(judged, j -> j.clip().id()))
        .param("outcomes", texts(judged, Judged::outcome))
        .param("kinds", judged.stream().map(RoundClips::kindRead).toArray(String[]::new))
        .param("views", judged.stream().map(Judged::views).toArray(Long[]::new))
        .param("offsets", judged.stream().map(Judged::offset).toArray(Long[]::new))
        .param("suspected", suspected(judged, Suspicion::views).toArray(Long[]::new))
        .param("suspected_in", suspected(judged, Suspicion::round).toArray(Long[]::new))
        .param("suspected_at", suspected(judged, s -> s.at().toString()).toArray(String[]::new))
        .param("shown", read(judged, Reading::showsVideo))
        .param("said_gone", read(judged, Reading.Gone.class::isInstance))
        .update();
  }

  @Override
  public void forget(Instant now) {
    int deleted;
    do {
      deleted =
          jdbc.sql(FORGET)
              .param("before", Timestamp.from(now.minus(KEPT)))
              .param("rounds", ROUNDS)
              .update();
    } while (deleted > 0);
  }

  private static Boolean[] read(List<Judged> judged, Predicate<Reading> what) {
    return judged.stream().map(j -> what.test(j.answer().reading())).toArray(Boolean[]::new);
  }

  private static <T> Stream<@Nullable T> suspected(
      List<Judged> judged, Function<Suspicion, T> part) {
    return judged.stream().map(j -> j.suspected(part));
  }

  private static @Nullable String kindRead(Judged judged) {
    Counts.Kind kind = judged.answer().kind();
    return kind == null ? null : kind.name();
  }

  private static Counts.@Nullable Kind kind(@Nullable String name) {
    return name == null ? null : Counts.Kind.valueOf(name);
  }

  private static String[] texts(List<Judged> judged, Function<Judged, Object> part) {
    return judged.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
