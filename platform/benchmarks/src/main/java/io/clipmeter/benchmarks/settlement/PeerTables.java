package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.rounds.Books;
import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.Workload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The tables of the peers: what their way of settling needs and nothing else. They have no triggers
 * and no foreign keys, which makes them quicker than tables that one would trust with money.
 */
final class PeerTables {
  static final Books.Journal JOURNAL =
      new Books.Journal(
          """
          SELECT p.account, sum(p.amount_micros) FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
          WHERE e.campaign_id = ANY(?) AND p.amount_micros > 0 AND e.round_id IS NOT NULL GROUP BY 1
          """,
          """
          SELECT NULL::uuid, count(*) FROM (
              SELECT FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
              WHERE e.campaign_id = ANY(?) GROUP BY e.id HAVING sum(p.amount_micros) <> 0) AS unbalanced
          """);

  private static final String SCHEMA =
      """
      CREATE TABLE campaign (
          id            uuid PRIMARY KEY,
          cpm_micros    bigint NOT NULL,
          budget_micros bigint NOT NULL,
          spent_micros  bigint NOT NULL DEFAULT 0,
          CONSTRAINT never_over_budget CHECK (spent_micros BETWEEN 0 AND budget_micros)
      ) WITH (fillfactor = 50);
      CREATE TABLE clip (
          id             uuid PRIMARY KEY,
          campaign_id    uuid   NOT NULL,
          baseline_views bigint NOT NULL,
          high_views     bigint NOT NULL,
          accrued_micros bigint NOT NULL DEFAULT 0
      ) WITH (fillfactor = 70);
      CREATE TABLE round (
          id          uuid PRIMARY KEY,
          campaign_id uuid NOT NULL
      );
      CREATE TABLE ledger_entry (
          id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          campaign_id uuid        NOT NULL,
          round_id    uuid        NOT NULL,
          posted_at   timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE ledger_posting (
          entry_id       bigint  NOT NULL,
          line           integer NOT NULL,
          account        uuid    NOT NULL,
          amount_micros  bigint  NOT NULL CHECK (amount_micros <> 0),
          high_views     bigint,
          accrued_micros bigint,
          PRIMARY KEY (entry_id, line)
      );
      """;
  private static final String ADD_CAMPAIGN =
      "INSERT INTO campaign (id, cpm_micros, budget_micros) VALUES (?, ?, ?)";
  private static final String ADD_CLIPS =
      """
      INSERT INTO clip (id, campaign_id, baseline_views, high_views)
      SELECT id, ?, views, views FROM unnest(?::uuid[], ?::bigint[]) AS c (id, views)
      """;

  private final Connection connection;

  private PeerTables(Connection connection) {
    this.connection = connection;
  }

  static PeerTables create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SCHEMA);
      connection.commit();
    }
    return new PeerTables(connection);
  }

  /** Adds campaigns and clips that have earned nothing yet. */
  void add(Workload work) throws SQLException {
    for (Expected expected : work.campaigns()) {
      add(expected.campaign());
    }
    connection.commit();
  }

  private void add(Campaign campaign) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_CAMPAIGN)) {
      insert.setObject(1, campaign.id());
      insert.setLong(2, campaign.cpmMicros());
      insert.setLong(3, campaign.budgetMicros());
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(ADD_CLIPS)) {
      Long[] baselines = campaign.clips().stream().map(Clip::baseline).toArray(Long[]::new);
      UUID[] ids = campaign.clipIds();
      insert.setObject(1, campaign.id());
      insert.setArray(2, connection.createArrayOf("uuid", ids));
      insert.setArray(3, connection.createArrayOf("int8", baselines));
      insert.executeUpdate();
    }
  }

  /** What the books of these campaigns say now. */
  Books books(Workload work) throws SQLException {
    return Books.read(connection, work, JOURNAL);
  }
}
