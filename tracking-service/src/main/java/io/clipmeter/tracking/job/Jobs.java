package io.clipmeter.tracking.job;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs, and who holds those that are being read. */
@Component
public class Jobs implements Expiring {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('scraping_job ' || :caller, 0))";
  private static final String OPEN =
      "SELECT count(*) FROM scraping_job WHERE asked_by = :caller AND finished_at IS NULL";
  private static final String ADD =
      """
      INSERT INTO scraping_job (id, type, state, asked_by, subject, total, created_at)
      VALUES (:id, :type, 'QUEUED', :caller, :subject, :total, :now)
      """;

  /**
   * Who dies with a job loses it when the lease ends; the next holder has another token. An array,
   * because a subquery that locks finds other rows when the plan asks it again.
   */
  private static final String CLAIM =
      """
      UPDATE scraping_job SET state = 'RUNNING', token = token + 1, lease_until = :lease
      WHERE id = ANY (ARRAY(
        SELECT id FROM scraping_job WHERE finished_at IS NULL AND (lease_until IS NULL OR lease_until <= :now)
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED))
      RETURNING id, token
      """;

  private static final String HOLD =
      """
      UPDATE scraping_job SET lease_until = :lease
      WHERE id = :id AND token = :token AND finished_at IS NULL AND lease_until IS NOT NULL
      """;

  /** Without a lease: whoever held it writes nothing more, and any instance may take it up. */
  private static final String RELEASE =
      """
      UPDATE scraping_job SET state = 'QUEUED', lease_until = NULL
      FROM unnest(:ids::uuid[], :tokens::bigint[]) AS held (id, token)
      WHERE scraping_job.id = held.id AND scraping_job.token = held.token AND finished_at IS NULL
      """;

  private static final int FORGOTTEN_AT_ONCE = 200;
  private static final String FORGET =
      """
      DELETE FROM scraping_job WHERE id = ANY (ARRAY(
        SELECT id FROM scraping_job WHERE finished_at < :before
        ORDER BY finished_at LIMIT :limit FOR UPDATE SKIP LOCKED))
      """;

  private static final String COUNT =
      """
      UPDATE scraping_job SET done = done + :done, failed = failed + :failed, found = found + :found,
        state = CASE WHEN done + failed + :done + :failed < total THEN state
                     WHEN done + :done > 0 THEN 'DONE' ELSE 'FAILED' END,
        finished_at = CASE WHEN done + failed + :done + :failed < total THEN NULL ELSE :now::timestamptz END
      WHERE id = :id
      """;
  private static final String FIND = "SELECT * FROM scraping_job WHERE id = :id";
  private static final String LIST =
      "SELECT * FROM scraping_job WHERE id < :before ORDER BY id DESC LIMIT :limit";
  private static final String SEARCHES =
      """
      SELECT * FROM scraping_job WHERE id < :before AND type IN ('HASHTAG', 'TERM')
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final ClocksInStep clocks;
  private final JobSettings settings;

  Jobs(JdbcClient jdbc, JobSettings settings, ClocksInStep clocks) {
    this.clocks = clocks;
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** How many of this caller's jobs are not finished; nobody else counts or adds meanwhile. */
  public int countOpen(String caller) {
    jdbc.sql(LOCK).param("caller", caller).query(rs -> {});
    return jdbc.sql(OPEN).param("caller", caller).query(Integer.class).single();
  }

  /** Adds a job that waits. */
  public void add(Job job) {
    jdbc.sql(ADD)
        .param("id", job.id())
        .param("type", job.type().name())
        .param("caller", job.askedBy())
        .param("subject", job.subject())
        .param("total", job.total())
        .param("now", Timestamp.from(job.createdAt()))
        .update();
  }

  /** Takes the oldest job that nobody holds. */
  Optional<Job.Claimed> claim(Instant now, Duration lease) {
    if (!clocks.at(now)) {
      return Optional.empty();
    }
    return jdbc.sql(CLAIM)
        .param("now", Timestamp.from(now))
        .param("lease", Timestamp.from(now.plus(lease)))
        .query((rs, n) -> new Job.Claimed(rs.getObject("id", UUID.class), rs.getLong("token")))
        .optional();
  }

  /**
   * Keeps a job for another lease, locked to the end of the transaction; false where it is lost, or
   * our clock is so far ahead that nobody lets us call: what failed for that is no answer.
   */
  boolean hold(Job.Claimed job, Instant now) {
    return clocks.at(now)
        && jdbc.sql(HOLD)
                .param("id", job.id())
                .param("token", job.token())
                .param("lease", Timestamp.from(now.plus(settings.lease())))
                .update()
            > 0;
  }

  /** Gives jobs back, so that another instance can take them up at once. */
  void release(Collection<Job.Claimed> held) {
    jdbc.sql(RELEASE)
        .param("ids", held.stream().map(job -> job.id().toString()).toArray(String[]::new))
        .param("tokens", held.stream().map(Job.Claimed::token).toArray(Long[]::new))
        .update();
  }

  /** With all parts and results; the videos that were found stay. */
  @Override
  public void forget(Instant now) {
    int deleted;
    do {
      deleted =
          jdbc.sql(FORGET)
              .param("before", Timestamp.from(now.minus(settings.keep())))
              .param("limit", FORGOTTEN_AT_ONCE)
              .update();
    } while (deleted > 0);
  }

  /** Adds to the counters, and finishes the job with its last part. */
  public void count(UUID id, int done, int failed, int found, Instant now) {
    jdbc.sql(COUNT)
        .param("id", id)
        .param("done", done)
        .param("failed", failed)
        .param("found", found)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** One job. */
  public Optional<Job> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query((rs, n) -> job(rs)).optional();
  }

  /** All jobs, newest first. */
  public Page<Job> list(PageQuery query) {
    return page(LIST, query);
  }

  /** The searches among them, newest first. */
  public Page<Job> searches(PageQuery query) {
    return page(SEARCHES, query);
  }

  private Page<Job> page(String sql, PageQuery query) {
    List<Job> fetched =
        jdbc.sql(sql)
            .param("before", query.before())
            .param("limit", query.limit())
            .query((rs, n) -> job(rs))
            .list();
    return Page.of(fetched, query, Job::id);
  }

  private static Job job(ResultSet rs) throws SQLException {
    Timestamp finished = rs.getTimestamp("finished_at");
    return new Job(
        rs.getObject("id", UUID.class),
        Job.Type.valueOf(rs.getString("type")),
        Job.State.valueOf(rs.getString("state")),
        rs.getString("asked_by"),
        rs.getString("subject"),
        rs.getInt("total"),
        rs.getInt("done"),
        rs.getInt("failed"),
        rs.getInt("found"),
        rs.getTimestamp("created_at").toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
