package io.clipmeter.earnings.question;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.chassis.outbox.OutboxJournal;
import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told of which finding: written once, and told from there. */
@Component
public class Questions implements OutboxJournal {
  private static final String NAME = "questions";
  private static final int FETCHED_AT_ONCE = 2_000;

  /**
   * A finding of a campaign concerns the clippers who have clips in it; one of an entry or of a
   * currency, everybody who is paid in that currency. In one order, so that two that ask at once
   * wait for each other and never in a circle.
   */
  private static final String ASK =
      """
      WITH standing AS (
          SELECT id, rule, currency, CASE
                  WHEN rule IN ('BUDGET_ACCOUNT', 'SPENT', 'CLIPS', 'OVER_BUDGET') THEN subject::uuid
                  WHEN rule = 'RECOUNT' AND subject LIKE 'campaign:%' THEN split_part(subject, ':', 2)::uuid
              END AS campaign_id
          FROM books_finding
      ), concerned AS (
          SELECT id, rule, currency, campaign_id, '' AS clipper_id FROM standing WHERE campaign_id IS NULL
          UNION
          SELECT s.id, s.rule, s.currency, s.campaign_id, l.clipper_id FROM standing s JOIN clip l ON l.campaign_id = s.campaign_id
      ), fresh AS (
          SELECT * FROM concerned c
          WHERE NOT EXISTS (SELECT FROM questioned q WHERE q.finding_id = c.id AND q.clipper_id = c.clipper_id)
      ), asked AS (
          INSERT INTO question (finding_id, finding, campaign_id, currency, asked_at)
          SELECT DISTINCT id, rule, campaign_id, currency, :now::timestamptz FROM fresh ORDER BY id
          RETURNING id, finding_id, campaign_id, currency
      ), named AS (
          INSERT INTO questioned (finding_id, clipper_id, question_id)
          SELECT f.id, f.clipper_id, a.id FROM fresh f JOIN asked a ON a.finding_id = f.id ORDER BY f.id, f.clipper_id
          ON CONFLICT DO NOTHING RETURNING question_id
      )
      SELECT a.id, coalesce(a.campaign_id::text, a.currency) AS place, count(*) AS clippers
      FROM asked a JOIN named n ON n.question_id = a.id GROUP BY 1, 2 ORDER BY 1
      """;

  private static final String OF =
      """
      SELECT e.place - 1 AS index, q.*, n.clipper_id
      FROM unnest(:entries::bigint[]) WITH ORDINALITY AS e (id, place)
      JOIN question q ON q.id = e.id JOIN questioned n ON n.question_id = q.id
      ORDER BY e.place, n.clipper_id
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Questions(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  private record Asked(long id, String place, int clippers) {}

  /** Tells, with this transaction, of all findings that stand those who were not told of them. */
  public void ask(Instant now) {
    jdbc.sql(ASK)
        .param("now", Timestamp.from(now))
        .query((rs, n) -> new Asked(rs.getLong(1), rs.getString(2), rs.getInt(3)))
        .list()
        .forEach(
            asked ->
                outbox.appendEntry(
                    NAME, Topic.EARNINGS.topicName(), asked.id(), asked.clippers(), asked.place()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void tell(List<Long> entries, Teller teller) {
    jdbc.sql(OF)
        .withFetchSize(FETCHED_AT_ONCE)
        .param("entries", entries.toArray(Long[]::new))
        .query(
            rs -> {
              teller.tell(rs.getInt("index"), event(rs));
            });
  }

  private static JournalEvent event(ResultSet rs) throws SQLException {
    EarningsQuestioned questioned =
        new EarningsQuestioned(
            rs.getObject("finding_id", UUID.class),
            rs.getObject("campaign_id", UUID.class),
            named(rs.getString("clipper_id")),
            rs.getString("currency"),
            rs.getString("finding"),
            rs.getTimestamp("asked_at").toInstant());
    return new JournalEvent(
        Topic.EARNINGS.topicName(),
        questioned.key(),
        EventType.EARNINGS_QUESTIONED.ceType(),
        id(questioned),
        questioned.questionedAt(),
        questioned);
  }

  private static @Nullable String named(String clipper) {
    return clipper.isEmpty() ? null : clipper;
  }

  /** The same question to the same clipper always has the same id. */
  private static UUID id(EarningsQuestioned questioned) {
    String what = "questioned:" + questioned.findingId() + ":" + questioned.key();
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
  }
}
