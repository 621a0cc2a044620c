package io.clipmeter.benchmarks.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Campaigns that have been tracked for a long time: a round a day, and of each clip a reading in
 * each round. Made in the database, and in the order in which they would have come.
 *
 * @param campaigns how many
 * @param clipsEach how many clips each of them has
 * @param days how many rounds each of them had
 */
record LongHistory(int campaigns, int clipsEach, int days) {
  private static final long FIRST_VIDEO = 7_400_000_000_000_000_000L;
  private static final String CAMPAIGNS =
      """
      INSERT INTO campaign (id, version, status, platforms, tracking_interval, published_at)
      SELECT md5('long-' || n)::uuid, 1, 'PAUSED', '{TIKTOK}', interval '4 hours', now() - interval '%2$d days'
      FROM generate_series(0, %1$d - 1) AS n
      """;
  private static final String CLIPS =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, canonical_url, submitted_at, status,
                        baseline_views, baseline_at)
      SELECT md5('clip-' || v.id)::uuid, md5('long-' || n)::uuid, 'clipper-' || i, 'TIKTOK', v.id,
             'https://www.tiktok.com/@someone/video/' || v.id, now(), 'TRACKED', 100, now()
      FROM generate_series(0, %1$d - 1) AS n CROSS JOIN generate_series(0, %2$d - 1) AS i
      CROSS JOIN LATERAL (SELECT (%3$d + n::bigint * %2$d + i)::text) AS v (id)
      """;
  private static final String MONTHS =
      """
      SELECT create_observation_month(month::date)
      FROM generate_series(date_trunc('month', now() - interval '%d days'), now(), interval '1 month') AS month
      """;

  /** Ids of version 7, as rounds have them: they sort by time. */
  private static final String ROUNDS =
      """
      INSERT INTO round (id, campaign_id, number, status, lease_until, claimed_at, closed_at, clips, observed,
                         clips_forgotten)
      SELECT (lpad(to_hex((1000 * extract(epoch FROM at))::bigint), 12, '0') || '7' || substr(md5(n || ':' || d), 1, 3)
              || '8' || substr(md5(n || ':' || d), 4, 15))::uuid,
             md5('long-' || n)::uuid, d, 'CLOSED', at, at, at + interval '1 minute', %2$d, %2$d, true
      FROM generate_series(0, %1$d - 1) AS n CROSS JOIN generate_series(1, %3$d) AS d
      CROSS JOIN LATERAL (SELECT now() - (%3$d - d + 1) * interval '1 day' + n * interval '10 ms') AS t (at)
      ORDER BY d, n
      """;

  private static final String CLAIMED =
      """
      UPDATE campaign SET round_claimed_at = last.at
      FROM (SELECT campaign_id, max(claimed_at) AS at FROM round WHERE clips_forgotten GROUP BY campaign_id) AS last
      WHERE last.campaign_id = campaign.id
      """;
  private static final String READINGS =
      """
      INSERT INTO observation (clip_id, reading_id, observed_at, kind, outcome, views, likes, comments, shares, saves,
                               source, count_kind)
      SELECT clip.id, round.id, round.claimed_at, 'ROUND', 'OK', 100 + 1000 * round.number, 10 * round.number,
             round.number, round.number, round.number, 'SIMULATED', 'VIEWS'
      FROM round JOIN clip USING (campaign_id) WHERE round.number = %d AND round.clips_forgotten
      """;

  int clips() {
    return campaigns * clipsEach;
  }

  long readings() {
    return (long) clips() * days;
  }

  /** The first so many campaigns. */
  UUID[] first(int count) {
    return IntStream.range(0, count).mapToObj(LongHistory::campaign).toArray(UUID[]::new);
  }

  private static UUID campaign(int n) {
    return UUID.fromString(dashed("long-" + n));
  }

  /** A clip by its number, from 0. */
  static UUID clip(long n) {
    return UUID.fromString(dashed("clip-" + (FIRST_VIDEO + n)));
  }

  /** As PostgreSQL turns a digest into an id: digit by digit. */
  private static String dashed(String text) {
    try {
      byte[] digest = java.security.MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return java.util.HexFormat.of()
          .formatHex(digest)
          .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes it all. */
  void load(Database database, Consumer<String> progress) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      // What is made here need not outlive a crash.
      statement.execute("SET synchronous_commit = off");
      statement.execute(CAMPAIGNS.formatted(campaigns, days));
      statement.execute(CLIPS.formatted(campaigns, clipsEach, FIRST_VIDEO));
      statement.execute(MONTHS.formatted(days + 1));
      statement.execute(ROUNDS.formatted(campaigns, clipsEach, days));
      statement.execute(CLAIMED);
      connection.commit();
      statement.execute("ANALYZE round");
      statement.execute("ANALYZE clip");
      for (int day = 1; day <= days; day++) {
        statement.execute(READINGS.formatted(day));
        connection.commit();
        if (day % 10 == 0) {
          progress.accept("%,d of %,d readings".formatted((long) clips() * day, readings()));
        }
      }
    }
  }
}
