package io.clipmeter.tracking.job;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.VideoKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The videos that jobs found, as they are known now. */
@Component
public class JobResults {
  private static final String ADD =
      """
      INSERT INTO scraping_result (id, job_id, platform, video_id)
      SELECT n.id, :job, n.platform, n.video_id
      FROM unnest(:ids::uuid[], :platforms::text[], :videos::text[]) AS n (id, platform, video_id)
      ON CONFLICT (job_id, platform, video_id) DO NOTHING
      """;
  private static final String LIST =
      """
      SELECT r.id, r.platform, r.video_id, v.canonical_url, v.views, v.observed_at,
        v.facts #>> '{facts,caption}' AS caption, v.facts #>> '{facts,author,username}' AS author,
        v.facts #>> '{facts,thumbnailUrl}' AS thumbnail, v.facts -> 'counts' AS counts
      FROM scraping_result r JOIN video v ON (v.platform, v.video_id) = (r.platform, r.video_id)
      WHERE r.job_id = :job AND r.id < :before
      ORDER BY r.id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Ids ids;

  JobResults(JdbcClient jdbc, JsonMapper json, Ids ids) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
  }

  /**
   * A video that a job found; null where its provider did not say.
   *
   * @param author the name in the address of who made it, without the @
   * @param views as last read, and likewise the other counts
   * @param observedAt when its counts last changed
   */
  public record Result(
      UUID id,
      Platform platform,
      String videoId,
      String url,
      @Nullable String author,
      @Nullable String caption,
      @Nullable String thumbnailUrl,
      @Nullable Long views,
      @Nullable Long likes,
      @Nullable Long comments,
      @Nullable Long shares,
      @Nullable Long saves,
      Instant observedAt) {}

  /** Adds videos, each once, and says how many were new to the job. */
  int add(UUID job, Collection<VideoKey> found) {
    return jdbc.sql(ADD)
        .param("job", job)
        .param("ids", found.stream().map(key -> ids.next().toString()).toArray(String[]::new))
        .param("platforms", found.stream().map(key -> key.platform().name()).toArray(String[]::new))
        .param("videos", found.stream().map(VideoKey::id).toArray(String[]::new))
        .update();
  }

  /** What a job found, the last first. */
  public Page<Result> list(UUID job, PageQuery query) {
    List<Result> fetched =
        jdbc.sql(LIST)
            .param("job", job)
            .param("before", query.before())
            .param("limit", query.limit())
            .query((rs, n) -> result(rs))
            .list();
    return Page.of(fetched, query, Result::id);
  }

  private Result result(ResultSet rs) throws SQLException {
    String text = rs.getString("counts");
    JsonNode counts = text == null ? json.createObjectNode() : json.readTree(text);
    return new Result(
        rs.getObject("id", UUID.class),
        Platform.valueOf(rs.getString("platform")),
        rs.getString("video_id"),
        rs.getString("canonical_url"),
        rs.getString("author"),
        rs.getString("caption"),
        rs.getString("thumbnail"),
        rs.getObject("views", Long.class),
        count(counts, "likes"),
        count(counts, "comments"),
        count(counts, "shares"),
        count(counts, "saves"),
        rs.getTimestamp("observed_at").toInstant());
  }

  private static @Nullable Long count(JsonNode counts, String name) {
    JsonNode count = counts.path(name);
    return count.isIntegralNumber() ? (Long) count.longValue() : null;
  }
}
