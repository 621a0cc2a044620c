package io.clipmeter.tracking.clip;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoRef;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
  /** Who dies with a batch loses it when the lease ends. */
  private static final String CLAIM =
      """
      UPDATE clip SET baseline_lease = :lease, baseline_tries = baseline_tries + 1
      WHERE id IN (
        SELECT id FROM clip WHERE status = 'BASELINE_PENDING' AND baseline_due_at <= :now
          AND (baseline_lease IS NULL OR baseline_lease <= :now)
        ORDER BY baseline_due_at LIMIT :max FOR UPDATE SKIP LOCKED)
      RETURNING id, platform, video_id, canonical_url, baseline_tries
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
        baseline_lease = NULL
      FROM pending WHERE clip.id = pending.id
      RETURNING clip.id
      """;
  private static final String POSTPONE =
      """
      UPDATE clip SET baseline_due_at = n.due_at, baseline_lease = NULL
      FROM unnest(:ids::uuid[], :due::timestamptz[]) AS n (id, due_at)
      WHERE clip.id = n.id AND status = 'BASELINE_PENDING'
      """;
  private static final String FORCE =
      """
      UPDATE clip SET baseline_due_at = :now
      WHERE status = 'BASELINE_PENDING' AND baseline_due_at > :now
        AND (baseline_lease IS NULL OR baseline_lease <= :now)
        AND (:campaign::uuid IS NULL OR campaign_id = :campaign::uuid)
      """;

  private final JdbcClient jdbc;

  Baselines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes due ones that nobody else has, for the time of the lease. */
  List<PendingBaseline> claim(Instant now, Duration lease, int max) {
    return jdbc.sql(CLAIM)
        .param("now", Timestamp.from(now))
        .param("lease", Timestamp.from(now.plus(lease)))
        .param("max", max)
        .query(
            (rs, n) ->
                new PendingBaseline(
                    rs.getObject("id", UUID.class),
                    VideoRef.of(
                        Platform.valueOf(rs.getString("platform")),
                        rs.getString("video_id"),
                        rs.getString("canonical_url")),
                    rs.getInt("baseline_tries")))
        .list();
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

  /** Has those that are still pending tried again at these times. */
  void postpone(Map<UUID, Instant> due) {
    jdbc.sql(POSTPONE).param("ids", texts(due.keySet())).param("due", texts(due.values())).update();
  }

  /** Has those that wait for another try tried now; of one campaign, or of all. */
  int force(Optional<UUID> campaignId, Instant now) {
    return jdbc.sql(FORCE)
        .param("now", Timestamp.from(now))
        .param("campaign", campaignId.map(UUID::toString).orElse(null))
        .update();
  }

  private static String[] texts(java.util.Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }
}
