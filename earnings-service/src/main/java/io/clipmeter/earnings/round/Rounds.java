package io.clipmeter.earnings.round;

import io.clipmeter.earnings.watch.RoundMeters;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.TrackingEnded;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed rounds, from the moment they are heard of until they are settled. */
@Component
public class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final String ADD =
      """
      INSERT INTO round (id, campaign_id, number, clips, closed_at, campaign_version)
      VALUES (:id, :campaign, :number, :clips, :closedAt, :version) ON CONFLICT DO NOTHING
      """;

  /**
   * The campaign's first waiting round, if all of its readings, all of their clips and the version
   * of the campaign that it was claimed under are here.
   */
  private static final String NEXT_READY =
      """
      SELECT r.* FROM (
          SELECT * FROM round WHERE campaign_id = :campaign AND status = 'WAITING' ORDER BY number LIMIT 1) r
      JOIN campaign c ON c.id = r.campaign_id AND c.version >= coalesce(r.campaign_version, 0)
      WHERE r.clips = (SELECT count(*) FROM reading g WHERE g.round_id = r.id)
        AND NOT EXISTS (
            SELECT FROM terms_gap t
            WHERE t.campaign_id = r.campaign_id AND r.campaign_version BETWEEN t.from_version AND t.to_version)
        AND NOT EXISTS (
            SELECT FROM reading g WHERE g.round_id = r.id
                AND NOT EXISTS (SELECT FROM clip c WHERE c.id = g.clip_id AND c.campaign_id = r.campaign_id))
      """;

  private static final String LAST_HELD =
      """
      SELECT * FROM round WHERE campaign_id = :campaign AND status = 'HELD' ORDER BY number DESC LIMIT 1
      """;
  private static final String TRACKING_ENDED =
      """
      INSERT INTO tracking_end (campaign_id, version, last_round, ended_at) VALUES (:campaign, :version, :last, :at)
      ON CONFLICT (campaign_id) DO NOTHING
      """;
  private static final String ALL_SETTLED =
      """
      SELECT count(*) FROM tracking_end e
      WHERE e.campaign_id = :campaign
        AND NOT EXISTS (SELECT FROM round r WHERE r.campaign_id = e.campaign_id AND r.status = 'WAITING')
        AND e.last_round = (SELECT coalesce(max(r.number), 0) FROM round r WHERE r.campaign_id = e.campaign_id)
        AND coalesce((SELECT c.approved_clips FROM campaign c WHERE c.id = e.campaign_id), 0)
            <= (SELECT count(*) FROM clip l WHERE l.campaign_id = e.campaign_id)
      """;

  private static final String KNOWN = "SELECT id FROM round WHERE id = :id";
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

  /** Notes that a round has closed; one that is known already is left alone. */
  public void add(RoundClosed round) {
    int added =
        jdbc.sql(ADD)
            .param("id", round.roundId())
            .param("campaign", round.campaignId())
            .param("number", round.number())
            .param("clips", round.clips())
            .param("closedAt", Timestamp.from(round.closedAt()))
            .param("version", round.campaignVersion())
            .update();
    if (added == 0 && jdbc.sql(KNOWN).param("id", round.roundId()).query().listOfRows().isEmpty()) {
      LOG.error(
          "round {} is not believed: campaign {} has another round {}",
          round.roundId(),
          round.campaignId(),
          round.number());
    }
  }

  /**
   * A closed round.
   *
   * @param clips how many clips it has
   * @param version the campaign's version that it was claimed under; null where it does not say
   */
  public record Closed(UUID id, UUID campaignId, long number, int clips, @Nullable Long version) {}

  /** Notes that a campaign gets no more rounds. */
  public void trackingEnded(TrackingEnded ended) {
    jdbc.sql(TRACKING_ENDED)
        .param("campaign", ended.campaignId())
        .param("version", ended.campaignVersion())
        .param("last", ended.lastRound())
        .param("at", Timestamp.from(ended.endedAt()))
        .update();
  }

  /** The next round in order, where everything that it takes to settle it is here. */
  public Optional<Closed> nextReady(UUID campaignId) {
    return closed(NEXT_READY, campaignId);
  }

  /** The newest of the rounds that are held. */
  public Optional<Closed> lastHeld(UUID campaignId) {
    return closed(LAST_HELD, campaignId);
  }

  private Optional<Closed> closed(String sql, UUID campaignId) {
    return jdbc.sql(sql)
        .param("campaign", campaignId)
        .query(
            (rs, n) ->
                new Closed(
                    rs.getObject("id", UUID.class),
                    rs.getObject("campaign_id", UUID.class),
                    rs.getLong("number"),
                    rs.getInt("clips"),
                    rs.getObject("campaign_version", Long.class)))
        .optional();
  }

  /**
   * Whether there is no round any more, and none to come, that could still be settled, and all
   * clips are known that the campaign ends with.
   */
  public boolean noneLeft(UUID campaignId) {
    return jdbc.sql(ALL_SETTLED).param("campaign", campaignId).query(Long.class).single() > 0;
  }

  /** The round waits until its unreadable clips were read again. */
  public void hold(UUID id) {
    jdbc.sql(HOLD).param("id", id).update();
    meters.held();
  }

  /** Settles the round and those that were held before it. */
  public void settle(UUID id, UUID campaignId, Instant now) {
    meters.settled(end("SETTLED", id, campaignId, now), now);
  }

  /** Keeps the round as history: its campaign's budget was spent before. */
  public void afterCompletion(UUID id, UUID campaignId, Instant now) {
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
