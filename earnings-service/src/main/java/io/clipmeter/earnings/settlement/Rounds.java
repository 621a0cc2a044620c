package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.watch.RoundMeters;
import io.clipmeter.events.RoundClosed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed rounds, from the moment they are heard of until they are settled. */
@Component
public class Rounds {
  private static final String ADD =
      """
      INSERT INTO round (id, campaign_id, number, clips, closed_at)
      VALUES (:id, :campaign, :number, :clips, :closedAt) ON CONFLICT (id) DO NOTHING
      """;

  /** The campaign's first waiting round, if all of its readings and all of their clips are here. */
  private static final String NEXT_READY =
      """
      SELECT r.id FROM (
          SELECT * FROM round WHERE campaign_id = :campaign AND status = 'WAITING' ORDER BY number LIMIT 1) r
      WHERE r.clips = (SELECT count(*) FROM reading g WHERE g.round_id = r.id)
        AND NOT EXISTS (
            SELECT FROM reading g WHERE g.round_id = r.id AND NOT EXISTS (SELECT FROM clip c WHERE c.id = g.clip_id))
      """;

  private static final String HOLD =
      "UPDATE round SET status = 'HELD' WHERE id = :id AND status = 'WAITING'";
  private static final String SETTLE =
      """
      UPDATE round SET status = :status, settled_by = :id, settled_at = :now
      WHERE id = :id OR (campaign_id = :campaign AND status = 'HELD')
      RETURNING closed_at
      """;

  private final JdbcClient jdbc;
  private final RoundMeters meters;

  Rounds(JdbcClient jdbc, RoundMeters meters) {
    this.jdbc = jdbc;
    this.meters = meters;
  }

  /** Notes rounds that have closed; one that is known already is left alone. */
  public void add(Collection<RoundClosed> closed) {
    closed.forEach(
        round ->
            jdbc.sql(ADD)
                .param("id", round.roundId())
                .param("campaign", round.campaignId())
                .param("number", round.number())
                .param("clips", round.clips())
                .param("closedAt", Timestamp.from(round.closedAt()))
                .update());
  }

  Optional<UUID> nextReady(UUID campaignId) {
    return jdbc.sql(NEXT_READY).param("campaign", campaignId).query(UUID.class).optional();
  }

  void hold(UUID id) {
    jdbc.sql(HOLD).param("id", id).update();
    meters.held();
  }

  /** Settles the round and those that were held before it. */
  void settle(UUID id, UUID campaignId, Instant now) {
    meters.settled(end("SETTLED", id, campaignId, now), now);
  }

  /** Keeps the round as history: its campaign's budget was spent before. */
  void afterCompletion(UUID id, UUID campaignId, Instant now) {
    meters.afterCompletion(end("AFTER_COMPLETION", id, campaignId, now), now);
  }

  private List<Instant> end(String status, UUID id, UUID campaignId, Instant now) {
    return jdbc.sql(SETTLE)
        .param("status", status)
        .param("id", id)
        .param("campaign", campaignId)
        .param("now", Timestamp.from(now))
        .query((rs, n) -> rs.getTimestamp(1).toInstant())
        .list();
  }
}
