package io.clipmeter.chassis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The outbox tables. */
final class OutboxRows {
  private static final String LOCK_SHARDS =
      "SELECT shard, next_seq FROM chassis.outbox_shard WHERE shard = ANY(?) ORDER BY shard FOR"
          + " UPDATE";
  private static final String ADVANCE =
      """
      UPDATE chassis.outbox_shard s SET next_seq = n.seq
      FROM unnest(?::smallint[], ?::bigint[]) AS n (shard, seq) WHERE s.shard = n.shard
      """;
  private static final String INSERT =
      """
      INSERT INTO chassis.outbox (shard, seq, topic, key, value, headers, created_at, journal, entry, entry_events)
      SELECT shard, seq, topic, key, value, headers::json, ?, journal, entry, events
      FROM unnest(?::smallint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::bigint[],
                  ?::integer[])
        AS n (shard, seq, topic, key, value, headers, journal, entry, events)
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
          SELECT * FROM (
              SELECT *, sum(octet_length(value)) OVER (ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
              FROM (SELECT * FROM chassis.outbox o
                    WHERE o.shard = claimed.shard AND o.seq > claimed.relayed ORDER BY o.seq LIMIT ?) AS most) AS summed
          WHERE coalesce(before, 0) < ?) o
      ORDER BY o.shard, o.seq
      """;
  private static final String RELAYED =
      """
      UPDATE chassis.outbox_relay r SET relayed = n.seq
      FROM unnest(?::smallint[], ?::bigint[]) AS n (shard, seq) WHERE r.shard = n.shard
      """;
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
  private static final int PORTION_ROWS = 1_000;
  private static final long PORTION_BYTES = 8L << 20;

  /** Of each shard, and what the last row has beyond it. */
  private static final long NEXT_BYTES = 1L << 20;

  /** A row that waits for the relay, with its place. */
  record Waiting(int shard, long seq, OutboxRow row) {}

  /** Events that have not been sent yet. */
  record Backlog(long rows, java.time.@Nullable Instant oldest) {}

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final ObjectReader headers;
  private final RowMapper<Waiting> toWaiting;

  OutboxRows(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc.getJdbcTemplate();
    this.json = json;
    this.headers = json.readerFor(new TypeReference<Map<String, String>>() {});
    this.toWaiting =
        (rs, n) ->
            new Waiting(
                rs.getInt("shard"),
                rs.getLong("seq"),
                new OutboxRow(
                    rs.getString("topic"),
                    rs.getBytes("key"),
                    rs.getBytes("value"),
                    headers.readValue(rs.getString("headers")),
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

  /** Writes records in their order; the shards' rows stay locked until the transaction ends. */
  void insert(List<OutboxRow> records) {
    if (records.isEmpty()) {
      return;
    }
    List<OutboxRow> rows = Packing.pack(records);
    Map<Integer, Long> next = lock(rows);
    List<Waiting> portion = new ArrayList<>();
    long bytes = 0;
    for (OutboxRow row : rows) {
      portion.add(new Waiting(row.shard(), take(next, row.shard()), row));
      bytes += row.size();
      if (portion.size() == PORTION_ROWS || bytes >= PORTION_BYTES) {
        write(portion);
        portion.clear();
        bytes = 0;
      }
    }
    write(portion);
    update(ADVANCE, next);
  }

  /** One time will do for all: it says how long rows have waited. */
  private void write(List<Waiting> rows) {
    jdbc.update(
        INSERT,
        Timestamp.from(rows.getFirst().row().createdAt()),
        rows.stream().map(Waiting::shard).toArray(Integer[]::new),
        rows.stream().map(Waiting::seq).toArray(Long[]::new),
        of(rows, OutboxRow::topic).toArray(String[]::new),
        of(rows, OutboxRow::key).toArray(byte[][]::new),
        of(rows, OutboxRow::value).toArray(byte[][]::new),
        of(rows, row -> json.writeValueAsString(row.headers())).toArray(String[]::new),
        of(rows, row -> row.entry() == null ? null : row.entry().journal()).toArray(String[]::new),
        of(rows, row -> row.entry() == null ? null : row.entry().id()).toArray(Long[]::new),
        of(rows, row -> row.entry() == null ? null : row.entry().events()).toArray(Integer[]::new));
  }

  private static <T> Stream<@Nullable T> of(
      List<Waiting> rows, Function<OutboxRow, @Nullable T> part) {
    return rows.stream().map(Waiting::row).map(part);
  }

  private void update(String sql, Map<Integer, Long> seqs) {
    jdbc.update(sql, seqs.keySet().toArray(Integer[]::new), seqs.values().toArray(Long[]::new));
  }

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

  /**
   * Locks the shards that have something to send and that no other relay holds: shard to last seq
   * sent.
   */
  Map<Integer, Long> claim() {
    Map<Integer, Long> claimed = new HashMap<>();
    // Prepared though nothing is set: it is asked all the time, and is not to be planned each time.
    jdbc.query(
        CLAIM,
        (PreparedStatementSetter) statement -> {},
        rs -> {
          claimed.put(rs.getInt(1), rs.getLong(2));
        });
    return claimed;
  }

  /**
   * The next rows of the claimed shards in order, at most {@code max} of each, and of large ones
   * fewer.
   */
  Map<Integer, List<Waiting>> next(Map<Integer, Long> claimed, int max) {
    Integer[] shards = claimed.keySet().toArray(Integer[]::new);
    Long[] relayed = claimed.values().toArray(Long[]::new);
    return jdbc.query(NEXT, toWaiting, shards, relayed, max, NEXT_BYTES).stream()
        .collect(Collectors.groupingBy(Waiting::shard, TreeMap::new, Collectors.toList()));
  }

  void relayed(Map<Integer, Long> lastSent) {
    update(RELAYED, lastSent);
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
