package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.measure.Millis;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What it takes to find the next round, and to read a page of a clip's history. */
final class LookUps implements AutoCloseable {
  private static final int PAGE = 51;
  private static final int WARM_UP = 200;
  private static final UUID LAST = new UUID(-1, -1);

  private final Connection connection;

  LookUps(Database database) throws SQLException {
    this.connection = database.connect();
    connection.setAutoCommit(true);
  }

  /** Claims the rounds of all these campaigns, which are due, one after the other. */
  Millis claim(UUID[] campaigns) throws SQLException, IOException {
    ServiceSql claim = ServiceSql.of("round/Rounds", "CLAIM");
    List<Double> millis = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(claim.text())) {
      for (int i = 0; i < campaigns.length; i++) {
        OffsetDateTime now = now();
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("id", UUID.randomUUID());
        values.put("campaign", null);
        values.put("forced", false);
        values.put("stretch", BigDecimal.ONE.setScale(2));
        values.put("now", now);
        values.put("stale", now.minusDays(1));
        values.put("most", Integer.MAX_VALUE);
        values.put("lease", now.plusMinutes(1));
        int place = 1;
        for (String name : claim.names()) {
          statement.setObject(place++, values.get(name));
        }
        long begun = System.nanoTime();
        boolean found = isThere(statement);
        millis.add((System.nanoTime() - begun) / (double) TimeUnit.MILLISECONDS.toNanos(1));
        if (!found) {
          throw new IllegalStateException("no round is due after " + i);
        }
      }
    }
    return Millis.of(millis);
  }

  private OffsetDateTime now() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT now()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  private static boolean isThere(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  /** What was claimed here is nobody's, and what a service had in hand that was killed. */
  void forgetClaims() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "DELETE FROM round_clip USING round WHERE round.id = round_id AND status = 'OPEN'");
      statement.execute("DELETE FROM round WHERE status = 'OPEN'");
      statement.execute("UPDATE scheduled_tasks SET picked = false, picked_by = NULL");
    }
  }

  /** Makes campaigns due that were read in this run. */
  void makeDue(UUID[] campaigns) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE campaign SET round_claimed_at = now() - interval '1 day' WHERE id = ANY(?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", campaigns));
      statement.execute();
    }
  }

  /** Reads the newest page of clips that are chosen by lot. */
  Millis history(LongHistory history, int count) throws SQLException, IOException {
    ServiceSql page = ServiceSql.of("observation/Observations", "HISTORY");
    SplittableRandom lot = new SplittableRandom(1);
    List<Double> millis = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(page.text())) {
      for (int i = -WARM_UP; i < count; i++) {
        Map<String, Object> values =
            Map.of(
                "clip", LongHistory.clip(lot.nextLong(history.clips())),
                "before", LAST,
                "limit", PAGE);
        int place = 1;
        for (String name : page.names()) {
          statement.setObject(place++, values.get(name));
        }
        long begun = System.nanoTime();
        int rows = rows(statement);
        if (i >= 0) {
          millis.add((System.nanoTime() - begun) / (double) TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (rows != Math.min(PAGE, history.days())) {
          throw new IllegalStateException(rows + " readings on a page");
        }
      }
    }
    return Millis.of(millis);
  }

  private static int rows(PreparedStatement statement) throws SQLException {
    int rows = 0;
    try (ResultSet each = statement.executeQuery()) {
      while (each.next()) {
        each.getObject("reading_id", UUID.class);
        each.getTimestamp("observed_at");
        rows++;
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
