package io.clipmeter.tracking.post;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.post.ScheduledPost.Status;
import io.clipmeter.tracking.post.ScheduledPost.Upload;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts and their uploads. */
@Component
public class ScheduledPosts {
  private static final PageQuery ONE = new PageQuery(1, Optional.empty());
  private static final String ADD =
      "INSERT INTO scheduled_post (id, campaign_id, title, created_at)"
          + " VALUES (:id, :campaign, :title, :at)";
  private static final String ADD_UPLOADS =
      """
      INSERT INTO scheduled_upload (post_id, platform, social_account_id, ayrshare_post_id, ref_id, caption, url,
                                    scheduled_at, status, failed_reason)
      SELECT :id, n.* FROM unnest(:platforms::text[], :accounts::uuid[], :posts::text[], :refs::text[], :captions::text[],
                                  :urls::text[], :ats::timestamptz[], :statuses::text[], :reasons::text[]) AS n
      """;
  private static final String PAGE =
      """
      SELECT p.id, p.campaign_id, p.title, p.created_at, u.*
      FROM (SELECT * FROM scheduled_post
            WHERE id < :before AND (:campaign::uuid IS NULL OR campaign_id = :campaign::uuid)
              AND (:one::uuid IS NULL OR id = :one::uuid)
            ORDER BY id DESC LIMIT :limit) p
      JOIN scheduled_upload u ON u.post_id = p.id
      ORDER BY p.id DESC, u.platform
      """;

  /** What the caller leaves out stays; a video that was found stays known. */
  private static final String SET_STATE =
      """
      UPDATE scheduled_upload SET status = :status, failed_reason = :reason,
        ayrshare_post_id = coalesce(:post, ayrshare_post_id), ref_id = coalesce(:ref, ref_id),
        url = coalesce(:url, url)
      WHERE post_id = :id AND platform = :platform
      """;

  private static final String PUBLISHED =
      """
      UPDATE scheduled_upload SET status = :status, failed_reason = :reason, video_id = coalesce(:video, video_id),
        url = coalesce(:url, url)
      WHERE ayrshare_post_id = :post AND (:platform::text IS NULL OR platform = :platform)
        AND (:status <> 'FAILED' OR status <> 'POSTED')
      """;
  private static final String POSTED =
      """
      SELECT p.campaign_id, p.created_at, u.* FROM scheduled_upload u JOIN scheduled_post p ON p.id = u.post_id
      WHERE (u.status = 'POSTED'
             OR u.status = 'SCHEDULED' AND u.ayrshare_post_id IS NOT NULL
                AND u.scheduled_at BETWEEN :now::timestamptz - interval '7 days' AND :now)
        AND (u.read_due_at IS NULL OR u.read_due_at <= :now)
        AND (:after::uuid IS NULL OR (coalesce(u.scheduled_at, p.created_at), u.post_id, u.platform) < (:since, :after::uuid, :platform))
      ORDER BY coalesce(u.scheduled_at, p.created_at) DESC, u.post_id DESC, u.platform DESC LIMIT :limit
      """;
  private static final String DUE_AGAIN =
      """
      WITH seen AS (
        SELECT u.post_id, u.platform, n.due FROM scheduled_upload u
        JOIN unnest(:ids::uuid[], :platforms::text[], :due::timestamptz[]) AS n (post_id, platform, due)
          ON n.post_id = u.post_id AND n.platform = u.platform
        ORDER BY u.post_id, u.platform FOR UPDATE OF u)
      UPDATE scheduled_upload u SET read_due_at = seen.due
      FROM seen WHERE u.post_id = seen.post_id AND u.platform = seen.platform
      """;

  private final JdbcClient jdbc;
  private final ClocksInStep clocks;

  ScheduledPosts(JdbcClient jdbc, ClocksInStep clocks) {
    this.clocks = clocks;
    this.jdbc = jdbc;
  }

  /**
   * An upload that is to be read, and whose campaign it is for.
   *
   * @param since when it was to go out, or was made known
   */
  public record Posted(UUID postId, UUID campaignId, Upload upload, Instant since) {}

  void add(ScheduledPost post) {
    jdbc.sql(ADD)
        .param("id", post.id())
        .param("campaign", post.campaignId())
        .param("title", post.title())
        .param("at", Timestamp.from(post.createdAt()))
        .update();
    List<Upload> uploads = post.uploads();
    jdbc.sql(ADD_UPLOADS)
        .param("id", post.id())
        .param("platforms", texts(uploads, Upload::platform))
        .param("accounts", texts(uploads, Upload::socialAccountId))
        .param("posts", texts(uploads, Upload::postId))
        .param("refs", texts(uploads, Upload::refId))
        .param("captions", texts(uploads, Upload::caption))
        .param("urls", texts(uploads, Upload::url))
        .param("ats", texts(uploads, Upload::scheduledAt))
        .param("statuses", texts(uploads, Upload::status))
        .param("reasons", texts(uploads, Upload::failedReason))
        .update();
  }

  Optional<ScheduledPost> find(UUID id) {
    return list(null, id, ONE).stream().findFirst();
  }

  List<ScheduledPost> page(@Nullable UUID campaignId, PageQuery query) {
    return list(campaignId, null, query);
  }

  private List<ScheduledPost> list(@Nullable UUID campaignId, @Nullable UUID one, PageQuery query) {
    Map<UUID, ScheduledPost> posts = new LinkedHashMap<>();
    jdbc.sql(PAGE)
        .param("before", query.before())
        .param("campaign", text(campaignId), Types.VARCHAR)
        .param("one", text(one), Types.VARCHAR)
        .param("limit", query.limit())
        .query(
            rs -> {
              UUID id = rs.getObject("post_id", UUID.class);
              ScheduledPost post = posts.get(id);
              if (post == null) {
                post = post(id, rs);
                posts.put(id, post);
              }
              post.uploads().add(upload(rs));
            });
    return List.copyOf(posts.values());
  }

  /** False where there is no such upload. */
  boolean setState(UUID id, Platform platform, Change change) {
    return jdbc.sql(SET_STATE)
            .param("id", id)
            .param("platform", platform.name())
            .param("status", change.status().name())
            .param("reason", change.failedReason(), Types.VARCHAR)
            .param("post", change.postId(), Types.VARCHAR)
            .param("ref", change.refId(), Types.VARCHAR)
            .param("url", change.url(), Types.VARCHAR)
            .update()
        > 0;
  }

  /** What an admin says of an upload; null is left as it is. */
  record Change(
      Status status,
      @Nullable String failedReason,
      @Nullable String postId,
      @Nullable String refId,
      @Nullable String url) {}

  /**
   * Takes over that an upload is out.
   *
   * @param postId Ayrshare's id of the post
   * @param platform all of the post's where it is null
   * @return how many uploads that were
   */
  public int published(
      String postId, @Nullable Platform platform, @Nullable String videoId, @Nullable String url) {
    return told(postId, platform, videoId, url, Status.POSTED, null);
  }

  /** Takes over that an upload failed; one that is out stays so, in whatever order it is told. */
  public int failed(String postId, @Nullable Platform platform, String reason) {
    return told(postId, platform, null, null, Status.FAILED, reason);
  }

  private int told(
      String postId,
      @Nullable Platform platform,
      @Nullable String videoId,
      @Nullable String url,
      Status status,
      @Nullable String reason) {
    return jdbc.sql(PUBLISHED)
        .param("post", postId)
        .param("platform", text(platform), Types.VARCHAR)
        .param("video", videoId, Types.VARCHAR)
        .param("url", url, Types.VARCHAR)
        .param("status", status.name())
        .param("reason", reason, Types.VARCHAR)
        .update();
  }

  /** False where there is no such post. */
  boolean delete(UUID id) {
    return jdbc.sql("DELETE FROM scheduled_post WHERE id = :id").param("id", id).update() > 0;
  }

  /** Notes when uploads are to be read again. */
  public void dueAgain(Map<Posted, Instant> due) {
    List<Posted> posted = List.copyOf(due.keySet());
    jdbc.sql(DUE_AGAIN)
        .param("ids", posted.stream().map(p -> p.postId().toString()).toArray(String[]::new))
        .param(
            "platforms",
            posted.stream().map(p -> p.upload().platform().name()).toArray(String[]::new))
        .param("due", posted.stream().map(p -> text(due.get(p))).toArray(String[]::new))
        .update();
  }

  /** Has all that wait for their next reading be due at this time. */
  public void dueAt(Instant time) {
    jdbc.sql("UPDATE scheduled_upload SET read_due_at = :time WHERE read_due_at > :time")
        .param("time", Timestamp.from(time))
        .update();
  }

  /**
   * The next uploads that are out and due, the newest first, after this one; and those that ought
   * to be out, although nobody told us. None to a clock that is far ahead: nobody lets it call.
   */
  public List<Posted> posted(@Nullable Posted after, Instant now, int limit) {
    if (!clocks.at(now)) {
      return List.of();
    }
    return jdbc.sql(POSTED)
        .param("now", Timestamp.from(now))
        .param("since", Timestamp.from(after == null ? now : after.since()))
        .param("after", after == null ? null : text(after.postId()), Types.VARCHAR)
        .param("platform", after == null ? "" : after.upload().platform().name())
        .param("limit", limit)
        .query(
            (rs, n) ->
                new Posted(
                    rs.getObject("post_id", UUID.class),
                    rs.getObject("campaign_id", UUID.class),
                    upload(rs),
                    since(rs)))
        .list();
  }

  private static Instant since(ResultSet rs) throws SQLException {
    Timestamp scheduled = rs.getTimestamp("scheduled_at");
    return (scheduled == null ? rs.getTimestamp("created_at") : scheduled).toInstant();
  }

  private static ScheduledPost post(UUID id, ResultSet rs) throws SQLException {
    return new ScheduledPost(
        id,
        rs.getObject("campaign_id", UUID.class),
        rs.getString("title"),
        rs.getTimestamp("created_at").toInstant(),
        new ArrayList<>());
  }

  private static Upload upload(ResultSet rs) throws SQLException {
    Timestamp scheduled = rs.getTimestamp("scheduled_at");
    return new Upload(
        Platform.valueOf(rs.getString("platform")),
        rs.getObject("social_account_id", UUID.class),
        rs.getString("ayrshare_post_id"),
        rs.getString("ref_id"),
        rs.getString("caption"),
        rs.getString("url"),
        scheduled == null ? null : scheduled.toInstant(),
        Status.valueOf(rs.getString("status")),
        rs.getString("failed_reason"),
        rs.getString("video_id"));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String[] texts(
      List<Upload> uploads, Function<Upload, @Nullable Object> part) {
    return uploads.stream().map(part).map(ScheduledPosts::text).toArray(String[]::new);
  }
}
