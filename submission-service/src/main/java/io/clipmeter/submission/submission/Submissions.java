package io.clipmeter.submission.submission;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.submission.author.AuthorMatch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions. */
@Component
public class Submissions {
  private static final String SELECT =
      "SELECT s.*, c.currency FROM submission s JOIN campaign c ON c.id = s.campaign_id\n";
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended(:name, 0)) IS NULL";
  private static final String OPEN =
      """
      SELECT count(*) FROM (
        SELECT FROM submission WHERE clipper_id = :clipper AND status = 'PENDING' LIMIT :max) AS open
      """;
  private static final String TAKEN =
      """
      SELECT s.id, s.clipper_id FROM submission s
      WHERE s.platform = :platform AND s.video_id = :video AND s.status <> 'WITHDRAWN'
        AND (s.campaign_id = :campaign OR (:exclusive AND s.status <> 'REJECTED'))
      ORDER BY s.id LIMIT 1
      """;
  private static final String INSERT =
      """
      INSERT INTO submission (id, campaign_id, clipper_id, platform, video_id, url, canonical_url,
                              exclusive, status, created_at)
      VALUES (:id, :campaign, :clipper, :platform, :video, :url, :canonicalUrl,
              :exclusive, 'PENDING', :createdAt)
      """;
  private static final String WITHDRAW =
      """
      UPDATE submission SET status = 'WITHDRAWN', withdrawn_at = :now
      WHERE id = :id AND clipper_id = :clipper AND status = 'PENDING'
      """;

  private final JdbcClient sql;

  Submissions(JdbcClient sql) {
    this.sql = sql;
  }

  /** Which submissions to list; null means any. */
  public record Filter(
      @Nullable String clipperId,
      @Nullable SubmissionStatus status,
      @Nullable UUID campaignId,
      @Nullable AuthorMatch author,
      @Nullable Boolean sponsored) {}

  /** The submission that has a video already, and whose it is. */
  record Holder(UUID id, String clipperId) {}

  /** Newest first, one more than the page holds. */
  public List<Submission> page(Filter filter, PageQuery query) {
    String where =
        (filter.clipperId() == null ? "" : " AND s.clipper_id = :clipper")
            + (filter.status() == null ? "" : " AND s.status = :status")
            + (filter.campaignId() == null ? "" : " AND s.campaign_id = :campaign")
            + (filter.author() == null ? "" : " AND s.author = :author")
            + (filter.sponsored() == null ? "" : " AND coalesce(s.sponsored, false) = :sponsored");
    return sql.sql(SELECT + "WHERE s.id < :before" + where + " ORDER BY s.id DESC LIMIT :limit")
        .param("before", query.before())
        .param("limit", query.limit())
        .param("clipper", filter.clipperId())
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("campaign", filter.campaignId())
        .param("author", filter.author() == null ? null : filter.author().name())
        .param("sponsored", filter.sponsored())
        .query(new SubmissionRow())
        .list();
  }

  /** Whosever it is. */
  public Optional<Submission> find(UUID id) {
    return sql.sql(SELECT + "WHERE s.id = :id")
        .param("id", id)
        .query(new SubmissionRow())
        .optional();
  }

  /** This clipper's only. */
  Optional<Submission> findOwn(UUID id, String clipper) {
    return sql.sql(SELECT + "WHERE s.id = :id AND s.clipper_id = :clipper")
        .param("id", id)
        .param("clipper", clipper)
        .query(new SubmissionRow())
        .optional();
  }

  /** Makes all others wait who submit the same video, until this transaction ends. */
  void lock(Video video) {
    sql.sql(LOCK).param("name", video.platform() + ":" + video.id()).query().singleRow();
  }

  /** Makes all others of this clipper's wait, until this transaction ends. */
  void lock(String clipper) {
    sql.sql(LOCK).param("name", "clipper:" + clipper).query().singleRow();
  }

  /** How many of a clipper's wait for a decision; not counted beyond the most. */
  int open(String clipper, int max) {
    return sql.sql(OPEN).param("clipper", clipper).param("max", max).query(Integer.class).single();
  }

  /** What stands against this one, if anything does. Ask with the video locked. */
  Optional<Holder> holder(NewSubmission submission) {
    return sql.sql(TAKEN)
        .param("platform", submission.video().platform().name())
        .param("video", submission.video().id())
        .param("campaign", submission.campaignId())
        .param("exclusive", submission.exclusive())
        .query((row, n) -> new Holder(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  void add(NewSubmission submission) {
    sql.sql(INSERT)
        .param("id", submission.id())
        .param("campaign", submission.campaignId())
        .param("clipper", submission.clipperId())
        .param("platform", submission.video().platform().name())
        .param("video", submission.video().id())
        .param("url", submission.url())
        .param("canonicalUrl", submission.video().canonicalUrl())
        .param("exclusive", submission.exclusive())
        .param("createdAt", submission.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether it was this clipper's, still pending, and is withdrawn now. */
  boolean withdraw(UUID id, String clipper, Instant now) {
    return sql.sql(WITHDRAW)
            .param("id", id)
            .param("clipper", clipper)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
