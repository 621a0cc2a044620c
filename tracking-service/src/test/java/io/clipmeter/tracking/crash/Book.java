package io.clipmeter.tracking.crash;

import io.clipmeter.tracking.Given;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's tables, as this test fills and reads them. */
final class Book {
  private static final long FIRST_VIDEO = 7_700_000_000_000_000_000L;
  private static final String CAMPAIGNS =
      """
      INSERT INTO campaign (id, version, status, platforms, tracking_interval, published_at)
      SELECT id, 1, 'ACTIVE', '{TIKTOK}', interval '1 hour', :at FROM unnest(:ids::uuid[]) AS id
      """;
  private static final String CLIPS =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, canonical_url, submitted_at, status,
                        baseline_views, baseline_at)
      SELECT gen_random_uuid(), :campaign, 'clipper-1', 'TIKTOK', video,
             'https://www.tiktok.com/@someone/video/' || video, :at, 'TRACKED', 1, :at
      FROM unnest(:videos::text[]) AS video
      """;
  private static final String PASS_TIME =
      "UPDATE campaign SET round_claimed_at = round_claimed_at - interval '1 day'";
  private static final String READ =
      """
      SELECT clip.video_id FROM round_clip rc JOIN round ON round.id = rc.round_id JOIN clip ON clip.id = rc.clip_id
      WHERE round.number = :number AND rc.outcome IS NOT NULL
      """;
  private static final String CLOSED =
      "SELECT count(*) FROM round WHERE number = :number AND status = 'CLOSED'";
  private static final String NOT_TAKEN_OVER =
      """
      SELECT count(DISTINCT round.id)
      FROM round JOIN round_clip rc ON rc.round_id = round.id JOIN clip ON clip.id = rc.clip_id
      WHERE round.number = :number AND token = 1 AND clip.video_id = ANY (:videos::text[])
      """;
  private static final String BUSY =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = :name AND state <> 'idle'";
  private static final String FALSE_ROWS =
      """
      SELECT count(*) FROM round
      WHERE status <> 'CLOSED' OR observed <> clips
         OR clips <> (SELECT count(*) FROM round_clip WHERE round_id = round.id AND outcome = 'OK')
         OR clips <> (SELECT count(DISTINCT clip_id) FROM observation WHERE reading_id = round.id AND outcome = 'OK')
         OR clips <> (SELECT count(*) FROM observation WHERE reading_id = round.id)
      """;

  private final JdbcClient jdbc;

  Book(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** So many campaigns of so many clips each. */
  List<UUID> fill(int campaigns, int clips) {
    Timestamp at = Timestamp.from(Given.NOW.minus(Duration.ofDays(2)));
    List<UUID> ids = IntStream.range(0, campaigns).mapToObj(i -> UUID.randomUUID()).toList();
    jdbc.sql(CAMPAIGNS)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .param("at", at)
        .update();
    for (int c = 0; c < campaigns; c++) {
      jdbc.sql(CLIPS)
          .param("campaign", ids.get(c))
          .param("videos", videos(FIRST_VIDEO + (long) c * clips, clips))
          .param("at", at)
          .update();
    }
    return ids;
  }

  private static String[] videos(long first, int count) {
    return LongStream.range(first, first + count).mapToObj(Long::toString).toArray(String[]::new);
  }

  /** All campaigns are due again. */
  void passTime() {
    jdbc.sql(PASS_TIME).update();
  }

  /** The videos whose outcome in the rounds of this number is written down. */
  List<String> read(int number) {
    return jdbc.sql(READ).param("number", number).query((rs, n) -> rs.getString(1)).list();
  }

  int closed(int number) {
    return jdbc.sql(CLOSED).param("number", number).query((rs, n) -> rs.getInt(1)).single();
  }

  /** Rounds of this number, with these videos in them, that nobody has taken over. */
  int notTakenOver(int number, Collection<String> videos) {
    return jdbc.sql(NOT_TAKEN_OVER)
        .param("number", number)
        .param("videos", videos.toArray(String[]::new))
        .query((rs, n) -> rs.getInt(1))
        .single();
  }

  /** Statements and transactions of a process that have not ended. */
  int busy(String name) {
    return jdbc.sql(BUSY).param("name", name).query((rs, n) -> rs.getInt(1)).single();
  }

  /** Rounds whose rows, outcomes and history do not agree, or where a clip has none or two. */
  int falseRows() {
    return jdbc.sql(FALSE_ROWS).query((rs, n) -> rs.getInt(1)).single();
  }
}
