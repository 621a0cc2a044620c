package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** The service's own tables: campaigns whose clips are due, and what it made of them. */
final class TrackedClips implements AutoCloseable {
  private static final String CAMPAIGNS =
      """
      INSERT INTO campaign (id, version, status, platforms, tracking_interval, published_at)
      SELECT id, 1, 'PAUSED', '{TIKTOK}', interval '4 hours', now() - interval '2 days' FROM unnest(?::uuid[]) AS id
      """;
  private static final String CLIPS =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, canonical_url, submitted_at, status,
                        baseline_views, baseline_at)
      SELECT gen_random_uuid(), c.id, 'clipper-' || n.i, 'TIKTOK', v.id, 'https://www.tiktok.com/@someone/video/' || v.id,
             now() - interval '1 day', 'TRACKED', 100, now() - interval '1 day'
      FROM unnest(?::uuid[]) WITH ORDINALITY AS c (id, place)
      CROSS JOIN generate_series(0, ? - 1) AS n (i)
      CROSS JOIN LATERAL (SELECT (?::bigint + (c.place - 1) * ? + n.i)::text) AS v (id)
      """;
  private static final String UNUSED_TURNS = "DELETE FROM provider_turn";
  private static final String BEGIN = "UPDATE campaign SET status = 'ACTIVE' WHERE id = ANY(?)";
  private static final String END = "UPDATE campaign SET status = 'ENDED' WHERE id = ANY(?)";
  private static final String CLOSED =
      "SELECT count(*) FROM round WHERE campaign_id = ANY(?) AND status = 'CLOSED'";
  private static final String BEGUN = "SELECT count(*) FROM round WHERE campaign_id = ANY(?)";
  private static final String TOOK =
      """
      SELECT (1e6 * extract(epoch FROM max(closed_at) - min(claimed_at)))::bigint FROM round WHERE campaign_id = ANY(?)
      """;
  private static final String OBSERVED =
      "SELECT coalesce(sum(observed), 0) FROM round WHERE campaign_id = ANY(?) AND unavailable = 0";
  private static final String READINGS =
      """
      SELECT count(*) FROM observation o JOIN clip ON clip.id = o.clip_id
      WHERE clip.campaign_id = ANY(?) AND o.kind = 'ROUND' AND o.outcome = 'OK'
      """;
  private static final String CLIPS_READ =
      """
      SELECT count(DISTINCT o.clip_id) FROM observation o JOIN clip ON clip.id = o.clip_id
      WHERE clip.campaign_id = ANY(?)
      """;
  private static final String UNSENT =
      """
      SELECT count(*) FROM chassis.outbox_relay r JOIN chassis.outbox o ON o.shard = r.shard AND o.seq > r.relayed
      """;

  private final Connection connection;

  TrackedClips(Database database) throws SQLException {
    this.connection = database.connect();
  }

  /** Has clips tracked that nobody reads yet, and no turn of the provider used. */
  void add(Work work) throws SQLException {
    try (PreparedStatement campaigns = connection.prepareStatement(CAMPAIGNS);
        PreparedStatement clips = connection.prepareStatement(CLIPS);
        PreparedStatement turns = connection.prepareStatement(UNUSED_TURNS)) {
      campaigns.setArray(1, array(work.campaigns()));
      campaigns.executeUpdate();
      clips.setArray(1, array(work.campaigns()));
      clips.setInt(2, work.size().clipsEach());
      clips.setLong(3, work.firstVideo());
      clips.setInt(4, work.size().clipsEach());
      clips.executeUpdate();
      turns.executeUpdate();
      connection.commit();
    }
  }

  /** From now on all of them are due. */
  void begin(UUID[] campaigns) throws SQLException {
    change(BEGIN, campaigns);
  }

  /** They are not read again. */
  void end(UUID[] campaigns) throws SQLException {
    change(END, campaigns);
  }

  private void change(String sql, UUID[] campaigns) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, array(campaigns));
      update.executeUpdate();
      connection.commit();
    }
  }

  boolean begun(UUID[] campaigns) {
    return one(BEGUN, campaigns) > 0;
  }

  boolean closed(UUID[] campaigns) {
    return closedInAll(campaigns) == campaigns.length;
  }

  /** How many rounds of these campaigns have come to their end, ever. */
  long closedInAll(UUID[] campaigns) {
    return one(CLOSED, campaigns);
  }

  /** From the claim of the first round to the end of the last, by the service's own clock. */
  Duration took(UUID[] campaigns) {
    return Duration.ofNanos(1_000 * one(TOOK, campaigns));
  }

  boolean allSent() {
    return one(UNSENT, null) == 0;
  }

  /**
   * @throws IllegalStateException unless each clip has one reading, and each campaign one round
   */
  void prove(UUID[] campaigns, int clips) {
    long rounds = one(BEGUN, campaigns);
    long observed = one(OBSERVED, campaigns);
    long readings = one(READINGS, campaigns);
    long read = one(CLIPS_READ, campaigns);
    if (rounds != campaigns.length || observed != clips || readings != clips || read != clips) {
      throw new IllegalStateException(
          "%d clips of %d campaigns: %d rounds, %d observed, %d readings of %d clips"
              .formatted(clips, campaigns.length, rounds, observed, readings, read));
    }
  }

  private long one(String question, UUID @org.jspecify.annotations.Nullable [] campaigns) {
    try (PreparedStatement query = connection.prepareStatement(question)) {
      if (campaigns != null) {
        query.setArray(1, array(campaigns));
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  private java.sql.Array array(UUID[] ids) throws SQLException {
    return connection.createArrayOf("uuid", ids);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
