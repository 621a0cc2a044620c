package io.clipmeter.tracking.campaign;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.TrackingEnded;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of a campaign that is to end that it gets no more rounds, once, and never while one of its
 * rounds is open: whoever settles its rounds then knows the last.
 */
@Component
public class Endings {
  private static final String END =
      """
      UPDATE campaign c SET ended_at = :now
      WHERE c.ending AND c.ended_at IS NULL AND (:campaign::uuid IS NULL OR c.id = :campaign::uuid)
        AND NOT EXISTS (SELECT FROM round r WHERE r.campaign_id = c.id AND r.status = 'OPEN')
      RETURNING c.id, c.version, (SELECT coalesce(max(r.number), 0) FROM round r WHERE r.campaign_id = c.id)
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Endings(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /**
   * Inside the transaction that closed a round or heard of the end.
   *
   * @param campaignId only this campaign; all where it is empty
   */
  public void announce(Optional<UUID> campaignId, Instant now) {
    List<TrackingEnded> ended =
        jdbc.sql(END)
            .param("campaign", campaignId.map(UUID::toString).orElse(null))
            .param("now", Timestamp.from(now))
            .query(
                (rs, n) ->
                    new TrackingEnded(
                        rs.getObject(1, UUID.class), rs.getLong(2), rs.getLong(3), now))
            .list();
    ended.forEach(this::append);
  }

  private void append(TrackingEnded ended) {
    String type = ended.type().ceType();
    String cause = type + ":" + ended.campaignId() + ":" + ended.campaignVersion();
    UUID id = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
    outbox.append(ended.type().topic().topicName(), ended.key(), type, ended, id);
  }
}
