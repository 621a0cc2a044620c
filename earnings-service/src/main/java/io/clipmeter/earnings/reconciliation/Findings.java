package io.clipmeter.earnings.reconciliation;

import io.clipmeter.earnings.question.Questions;
import io.clipmeter.earnings.reconciliation.Finding.Rule;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the books disagree, for as long as they do. */
@Component
class Findings {
  private static final String STANDING =
      "SELECT id FROM books_finding WHERE rule = ANY(:rules::text[])";
  private static final String GONE =
      """
      DELETE FROM books_finding WHERE id = ANY(:stood::uuid[])
          AND (rule, subject) NOT IN (SELECT * FROM unnest(:found::text[], :subjects::text[]))
      """;
  private static final String FOUND =
      """
      INSERT INTO books_finding (rule, subject, currency, expected_micros, found_micros, since)
      SELECT rule, subject, currency, expected, found, :now
      FROM unnest(:found::text[], :subjects::text[], :currencies::text[], :expected::numeric[], :amounts::numeric[])
          AS f (rule, subject, currency, expected, found)
      ON CONFLICT (rule, subject) DO UPDATE SET
          expected_micros = excluded.expected_micros, found_micros = excluded.found_micros
      """;

  private final JdbcClient jdbc;
  private final Questions questions;

  Findings(JdbcClient jdbc, Questions questions) {
    this.jdbc = jdbc;
    this.questions = questions;
  }

  /** The ids of those of these rules that stand; whoever looks anew asks before. */
  List<UUID> standing(Set<Rule> rules) {
    return jdbc.sql(STANDING)
        .param("rules", rules.stream().map(Rule::name).toArray(String[]::new))
        .query((rs, n) -> rs.getObject(1, UUID.class))
        .list();
  }

  /**
   * Of those that stood, the ones that were found again stand on, and keep their time. Whoever is
   * concerned by any that stand is told with this transaction.
   *
   * @param stood what stood before the books were looked at: another may find more meanwhile
   */
  void replace(List<UUID> stood, List<Finding> found, Instant now) {
    String[] names = texts(found, f -> f.rule().name());
    String[] subjects = texts(found, Finding::subject);
    jdbc.sql(GONE)
        .param("stood", stood.toArray(UUID[]::new))
        .param("found", names)
        .param("subjects", subjects)
        .update();
    jdbc.sql(FOUND)
        .param("found", names)
        .param("subjects", subjects)
        .param("currencies", texts(found, Finding::currency))
        .param("expected", texts(found, f -> f.expectedMicros().toPlainString()))
        .param("amounts", texts(found, f -> f.foundMicros().toPlainString()))
        .param("now", Timestamp.from(now))
        .update();
    questions.ask(now);
  }

  /** Reads {@code rule, subject, currency, expected, found}. */
  static Finding row(ResultSet rs, int number) throws SQLException {
    BigDecimal expected = rs.getBigDecimal("expected");
    return new Finding(
        Rule.valueOf(rs.getString("rule")),
        rs.getString("subject"),
        rs.getString("currency"),
        expected,
        rs.getBigDecimal("found"));
  }

  private static String[] texts(List<Finding> found, Function<Finding, String> part) {
    return found.stream().map(part).toArray(String[]::new);
  }
}
