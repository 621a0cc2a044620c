package io.clipmeter.submission.author;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The authors of submitted videos, and whether they are the clippers. Each time rows are locked
 * first, in the order of their ids, and compared by a statement of its own: of two transactions,
 * one about the author and one about the account, the later one waits and then sees what the other
 * did, so that it does not matter which of the two is heard first.
 */
@Component
class Authors {
  private static final String NOTE =
      """
      WITH told AS (
        SELECT * FROM unnest(:platforms::text[], :videos::text[], :ids::text[], :handles::text[],
                             :times::timestamptz[]) AS t (platform, video_id, id, handle, at)
      ), found AS (
        SELECT s.id, t.id AS author_id, t.handle, t.at FROM submission s JOIN told t USING (platform, video_id)
        WHERE s.status <> 'WITHDRAWN' AND (s.author_at IS NULL OR s.author_at <= t.at)
          AND (s.author_id, s.author_handle) IS DISTINCT FROM (t.id, t.handle)
        ORDER BY s.id FOR UPDATE OF s
      )
      UPDATE submission s
      SET author_id = f.author_id, author_handle = f.handle, author_at = f.at,
          author = author_of_submission(s.clipper_id, s.platform, f.author_id, f.handle)
      FROM found f WHERE s.id = f.id
      """;
  private static final String COMPARE_VIDEOS =
      """
      UPDATE submission s SET author = now_is.author
      FROM (SELECT s.id, author_of_submission(s.clipper_id, s.platform, s.author_id, s.author_handle) AS author
            FROM submission s
            JOIN unnest(:platforms::text[], :videos::text[]) AS t (platform, video_id) USING (platform, video_id)
            WHERE s.status <> 'WITHDRAWN') now_is
      WHERE s.id = now_is.id AND s.author <> now_is.author
      """;
  private static final String LOCK_CLIPPERS =
      """
      SELECT s.id FROM submission s
      WHERE (s.clipper_id, s.platform) IN (SELECT * FROM unnest(:clippers::text[], :platforms::text[]))
        AND s.status <> 'WITHDRAWN'
      ORDER BY s.id FOR UPDATE
      """;
  private static final String COMPARE_CLIPPERS =
      """
      UPDATE submission s
      SET author = author_of_submission(s.clipper_id, s.platform, s.author_id, s.author_handle)
      WHERE (s.clipper_id, s.platform) IN (SELECT * FROM unnest(:clippers::text[], :platforms::text[]))
        AND s.status <> 'WITHDRAWN'
        AND s.author <> author_of_submission(s.clipper_id, s.platform, s.author_id, s.author_handle)
      """;

  private final JdbcClient sql;

  Authors(JdbcClient sql) {
    this.sql = sql;
  }

  /** Notes who made videos, unless something newer is known; one entry for each video. */
  void note(Collection<SeenAuthor> seen) {
    String[] platforms = seen.stream().map(one -> one.platform().name()).toArray(String[]::new);
    String[] videos = seen.stream().map(SeenAuthor::videoId).toArray(String[]::new);
    sql.sql(NOTE)
        .param("platforms", platforms)
        .param("videos", videos)
        .param("ids", seen.stream().map(SeenAuthor::authorId).toArray(String[]::new))
        .param("handles", seen.stream().map(SeenAuthor::handle).toArray(String[]::new))
        .param("times", seen.stream().map(one -> one.at().toString()).toArray(String[]::new))
        .update();
    sql.sql(COMPARE_VIDEOS).param("platforms", platforms).param("videos", videos).update();
  }

  /** Compares the submissions of these clippers on these platforms with their accounts anew. */
  void compare(Collection<VerifiedAccount> changed) {
    Map<String, Object> of =
        Map.of(
            "clippers", changed.stream().map(VerifiedAccount::clipperId).toArray(String[]::new),
            "platforms", changed.stream().map(a -> a.platform().name()).toArray(String[]::new));
    sql.sql(LOCK_CLIPPERS).params(of).query().listOfRows();
    sql.sql(COMPARE_CLIPPERS).params(of).update();
  }
}
