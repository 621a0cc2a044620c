package io.clipmeter.tracking.job;

import io.clipmeter.events.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parts of jobs. */
@Component
public class JobItems {
  private static final String ADD =
      """
      INSERT INTO scraping_item (job_id, position, input, kind, platform, subject, url, video_max, state, reason)
      SELECT :job, n.* FROM unnest(:positions::int[], :inputs::text[], :kinds::text[], :platforms::text[],
        :subjects::text[], :urls::text[], :maxima::int[], :states::text[], :reasons::text[]) AS n
      """;
  private static final String OF =
      "SELECT * FROM scraping_item WHERE job_id = :job ORDER BY position";
  private static final String PENDING =
      "SELECT * FROM scraping_item WHERE job_id = :job AND state = 'PENDING' ORDER BY position";
  private static final String FINISH =
      """
      UPDATE scraping_item SET state = CASE WHEN n.reason IS NULL THEN 'DONE' ELSE 'FAILED' END,
        reason = n.reason, found = n.found
      FROM unnest(:positions::int[], :reasons::text[], :founds::int[]) AS n (position, reason, found)
      WHERE job_id = :job AND scraping_item.position = n.position AND state = 'PENDING'
      RETURNING scraping_item.position
      """;

  private final JdbcClient jdbc;

  JobItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the parts of a job. */
  public void add(UUID job, List<JobItem> items) {
    jdbc.sql(ADD)
        .param("job", job)
        .param("positions", texts(items, JobItem::position))
        .param("inputs", texts(items, JobItem::input))
        .param("kinds", texts(items, JobItem::kind))
        .param("platforms", texts(items, JobItem::platform))
        .param("subjects", texts(items, JobItem::subject))
        .param("urls", texts(items, JobItem::url))
        .param("maxima", texts(items, JobItem::videoMax))
        .param("states", texts(items, JobItem::state))
        .param("reasons", texts(items, JobItem::reason))
        .update();
  }

  /** All parts of a job. */
  public List<JobItem> of(UUID job) {
    return jdbc.sql(OF).param("job", job).query((rs, n) -> item(rs)).list();
  }

  /** Those that are not read yet. */
  List<JobItem> pending(UUID job) {
    return jdbc.sql(PENDING).param("job", job).query((rs, n) -> item(rs)).list();
  }

  /** What came of a part, ready to be written; the reason is null where it was read. */
  record Finished(int position, @Nullable String reason, int found) {}

  /** Writes what came of parts, and answers which of them nobody had written before. */
  Set<Integer> finish(UUID job, Collection<Finished> parts) {
    return jdbc.sql(FINISH)
        .param("job", job)
        .param("positions", texts(parts, Finished::position))
        .param("reasons", texts(parts, Finished::reason))
        .param("founds", texts(parts, Finished::found))
        .query((rs, n) -> rs.getInt("position"))
        .set();
  }

  private static JobItem item(ResultSet rs) throws SQLException {
    String kind = rs.getString("kind");
    String platform = rs.getString("platform");
    return new JobItem(
        rs.getInt("position"),
        rs.getString("input"),
        kind == null ? null : JobItem.Kind.valueOf(kind),
        platform == null ? null : Platform.valueOf(platform),
        rs.getString("subject"),
        rs.getString("url"),
        rs.getInt("video_max"),
        JobItem.State.valueOf(rs.getString("state")),
        rs.getString("reason"),
        rs.getInt("found"));
  }

  private static <T> @Nullable String[] texts(
      Collection<T> all, Function<T, @Nullable Object> part) {
    return all.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }
}
