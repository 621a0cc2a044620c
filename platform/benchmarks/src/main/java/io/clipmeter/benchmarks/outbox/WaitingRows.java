package io.clipmeter.benchmarks.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Rows in the outbox of a service as its transactions leave them, committed and not yet sent. */
final class WaitingRows implements AutoCloseable {
  private static final int SHARDS = 16;
  private static final int ROWS_AT_ONCE = 5_000;
  private static final String INSERT =
      """
      INSERT INTO chassis.outbox (shard, seq, topic, key, value, headers, created_at)
      SELECT m.shard, s.next_seq + row_number() OVER (PARTITION BY m.shard ORDER BY m.place) - 1,
             ?, convert_to(m.key, 'UTF8'), convert_to(m.value, 'UTF8'), m.headers::json, now()
      FROM unnest(?::smallint[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
          AS m (shard, key, value, headers, place)
      JOIN chassis.outbox_shard s ON s.shard = m.shard
      """;
  private static final String ADVANCE =
      """
      UPDATE chassis.outbox_shard s SET next_seq = o.last + 1
      FROM (SELECT shard, max(seq) AS last FROM chassis.outbox GROUP BY shard) o WHERE o.shard = s.shard
      """;
  private static final String RELAYED = "SELECT sum(relayed) FROM chassis.outbox_relay";

  private final Connection connection;
  private final String topic;

  WaitingRows(Database database, String topic) throws SQLException {
    this.connection = database.connect();
    this.topic = topic;
  }

  void add(List<Message> messages) throws SQLException {
    for (int first = 0; first < messages.size(); first += ROWS_AT_ONCE) {
      int end = Math.min(first + ROWS_AT_ONCE, messages.size());
      insert(messages.subList(first, end));
    }
  }

  private void insert(List<Message> messages) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        Statement advance = connection.createStatement()) {
      insert.setString(1, topic);
      insert.setArray(2, array("int2", messages.stream().map(WaitingRows::shard).toArray()));
      insert.setArray(3, array("text", messages.stream().map(Message::key).toArray()));
      insert.setArray(4, array("text", messages.stream().map(Message::value).toArray()));
      insert.setArray(5, array("text", messages.stream().map(Message::headersJson).toArray()));
      insert.executeUpdate();
      advance.executeUpdate(ADVANCE);
      connection.commit();
    }
  }

  /** The outbox' own rule: the same key always in the same shard, which keeps its order. */
  private static Integer shard(Message message) {
    return Math.floorMod(Arrays.hashCode(message.key().getBytes(UTF_8)), SHARDS);
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /** How many rows were ever acknowledged by the broker and noted as such. */
  long relayed() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELAYED)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(RELAYED, e);
    } finally {
      rollback();
    }
  }

  /** Nothing was changed; the next look begins a new snapshot. */
  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("the connection is gone", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
