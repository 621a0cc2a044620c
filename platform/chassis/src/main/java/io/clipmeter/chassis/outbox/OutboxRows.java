package io.clipmeter.chassis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox tables. */
final class OutboxRows {
  private static final String LOCK_SHARDS =
      "SELECT shard, next_seq FROM chassis.outbox_shard WHERE shard = ANY(?) ORDER BY shard FOR"
          + " UPDATE";
  private static final String ADVANCE =
      "UPDATE chassis.outbox_shard SET next_seq = ? WHERE shard = ?";
  private static final String INSERT =
      """
      INSERT INTO chassis.outbox (shard, seq, topic, key, value, headers, created_at, journal, entry, entry_events)
      VALUES (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?)
      """;
  private static final String CLAIM =
      """
      SELECT r.shard, r.relayed FROM chassis.outbox_relay r
      WHERE EXISTS (SELECT FROM chassis.outbox o WHERE o.shard = r.shard AND o.seq > r.relayed)
      ORDER BY r.shard FOR UPDATE OF r SKIP LOCKED
      """;
  private static final String NEXT =
      """
      SELECT o.shard, o.seq, o.topic, o.key, o.value, o.headers, o.created_at,
             o.journal, o.entry, o.entry_events
      FROM unnest(?::smallint[], ?::bigint[]) AS claimed (shard, relayed)
      CROSS JOIN LATERAL (
          SELECT * FROM chassis.outbox o
          WHERE o.shard = claimed.shard AND o.seq > claimed.relayed ORDER BY o.seq LIMIT ?) o
      ORDER BY o.shard, o.seq
      """;
  private static final String RELAYED =
      "UPDATE chassis.outbox_relay SET relayed = ? WHERE shard = ?";
  private static final String FORGET =
      """
      DELETE FROM chassis.outbox o USING chassis.outbox_relay r
      WHERE o.shard = r.shard AND o.seq <= r.relayed AND o.created_at < ?
      """;
  private static final String WAITING =
      """
      SELECT coalesce(sum(coalesce(o.entry_events, 1)), 0) AS rows, min(o.created_at) AS oldest
      FROM chassis.outbox_relay r JOIN chassis.outbox o ON o.shard = r.shard AND o.seq > r.relayed
      """;
  private static final String MARK = "SELECT next_seq - 1 FROM chassis.outbox_shard ORDER BY shard";
  private static final String BEHIND =
      """
      SELECT count(*) FROM unnest(?::bigint[]) WITH ORDINALITY AS m (seq, place)
      JOIN chassis.outbox_relay r ON r.shard = m.place - 1 WHERE r.relayed < m.seq
      """;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  /** A row that waits for the relay, with its place. */
  record Waiting(int shard, long seq, OutboxRow row) {}

  /** Events that have not been sent yet. */
  record Backlog(long rows, java.time.@Nullable Instant oldest) {}

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final RowMapper<Waiting> toWaiting;

  OutboxRows(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc.getJdbcTemplate();
    this.json = json;
    this.toWaiting =
        (rs, n) ->
            new Waiting(
                rs.getInt("shard"),
                rs.getLong("seq"),
                new OutboxRow(
                    rs.getString("topic"),
                    rs.getBytes("key"),
                    rs.getBytes("value"),
                    json.readValue(rs.getString("headers"), HEADERS),
                    rs.getTimestamp("created_at").toInstant(),
                    null,
                    entry(rs)));
  }

  private static OutboxRow.@Nullable Entry entry(ResultSet rs) throws SQLException {
    Long entry = rs.getObject("entry", Long.class);
    return entry == null
        ? null
        : new OutboxRow.Entry(rs.getString("journal"), entry, rs.getInt("entry_events"));
  }

  /** Writes rows in their order; the shards' rows stay locked until the transaction ends. */
  void insert(List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Map<Integer, Long> next = lock(rows);
    List<Object[]> values = rows.stream().map(row -> values(row, take(next, row.shard()))).toList();
    jdbc.batchUpdate(INSERT, values, TYPES);
    jdbc.batchUpdate(
        ADVANCE,
        next.entrySet().stream().map(e -> new Object[] {e.getValue(), e.getKey()}).toList());
  }

  private static final int[] TYPES = {
    Types.SMALLINT,
    Types.BIGINT,
    Types.VARCHAR,
    Types.BINARY,
    Types.BINARY,
    Types.VARCHAR,
    Types.TIMESTAMP,
    Types.VARCHAR,
    Types.BIGINT,
    Types.INTEGER
  };

  private Map<Integer, Long> lock(List<OutboxRow> rows) {
    Integer[] shards = rows.stream().map(OutboxRow::shard).distinct().toArray(Integer[]::new);
    Map<Integer, Long> next = new TreeMap<>();
    jdbc.query(
        LOCK_SHARDS,
        rs -> {
          next.put(rs.getInt(1), rs.getLong(2));
        },
        (Object) shards);
    return next;
  }

  private static long take(Map<Integer, Long> next, int shard) {
    return next.merge(shard, 1L, Long::sum) - 1;
  }

  private Object[] values(OutboxRow row, long seq) {
    String headers = json.writeValueAsString(row.headers());
    Timestamp createdAt = Timestamp.from(row.createdAt());
    OutboxRow.Entry entry = row.entry();
    return new Object[] {
      row.shard(),
      seq,
      row.topic(),
      row.key(),
      row.value(),
      headers,
      createdAt,
      entry == null ? null : entry.journal(),
      entry == null ? null : entry.id(),
      entry == null ? null : entry.events()
    };
  }

  /**
   * Locks the shards that have something to send and that no other relay holds: shard to last seq
   * sent.
   */
  Map<Integer, Long> claim() {
    Map<Integer, Long> claimed = new HashMap<>();
    jdbc.query(
        CLAIM,
        rs -> {
          claimed.put(rs.getInt(1), rs.getLong(2));
        });
    return claimed;
  }

  /** The next rows of the claimed shards, at most {@code max} of each, in order. */
  Map<Integer, List<Waiting>> next(Map<Integer, Long> claimed, int max) {
    Integer[] shards = claimed.keySet().toArray(Integer[]::new);
    Long[] relayed = claimed.values().toArray(Long[]::new);
    return jdbc.query(NEXT, toWaiting, shards, relayed, max).stream()
        .collect(Collectors.groupingBy(Waiting::shard, TreeMap::new, Collectors.toList()));
  }

  void relayed(Map<Integer, Long> lastSent) {
    jdbc.batchUpdate(
        RELAYED,
        lastSent.entrySet().stream().map(e -> new Object[] {e.getValue(), e.getKey()}).toList());
  }

  int forgetBefore(java.time.Instant instant) {
    return jdbc.update(FORGET, Timestamp.from(instant));
  }

  /** The last row of each shard. */
  List<Long> mark() {
    return jdbc.query(MARK, (rs, n) -> rs.getLong(1));
  }

  boolean sentUpTo(List<Long> mark) {
    Object marks = mark.toArray(Long[]::new);
    Long behind = jdbc.queryForObject(BEHIND, Long.class, marks);
    return behind != null && behind == 0;
  }

  Backlog backlog() {
    return jdbc.query(
            WAITING,
            (rs, n) -> {
              Timestamp oldest = rs.getTimestamp("oldest");
              return new Backlog(rs.getLong("rows"), oldest == null ? null : oldest.toInstant());
            })
        .getFirst();
  }
}
