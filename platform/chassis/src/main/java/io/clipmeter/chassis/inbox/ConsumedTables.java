package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.inbox.OutsidePolicy.Stored;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each consumer is, and which events it has seen. */
final class ConsumedTables {
  private static final String BEGIN =
      """
      INSERT INTO chassis.consumer_offset (consumer, topic, part, next_offset)
      SELECT ?, ?, part, 0 FROM unnest(?::int[]) AS part ON CONFLICT DO NOTHING
      """;
  private static final String DECIDED =
      """
      UPDATE chassis.consumer_offset SET stands_at = NULL
      WHERE consumer = ? AND topic = ? AND part = ANY(?::int[]) AND stands_at <> next_offset
      """;
  private static final String STAND =
      """
      UPDATE chassis.consumer_offset SET stands_at = next_offset
      WHERE consumer = ? AND topic = ? AND part = ? AND next_offset = ?
      """;
  private static final String PLACES =
      """
      SELECT part, next_offset, stands_at IS NOT NULL FROM chassis.consumer_offset
      WHERE consumer = ? AND topic = ? AND part = ANY(?::int[])
      """;
  private static final String LOCK =
      """
      SELECT part, next_offset FROM chassis.consumer_offset
      WHERE consumer = ? AND topic = ? AND part = ANY(?::int[]) ORDER BY part FOR UPDATE
      """;
  private static final String ADVANCE =
      """
      UPDATE chassis.consumer_offset o SET next_offset = n.next_offset
      FROM unnest(?::int[], ?::bigint[]) AS n (part, next_offset)
      WHERE o.consumer = ? AND o.topic = ? AND o.part = n.part AND o.next_offset < n.next_offset
      """;
  private static final String SEEN =
      """
      INSERT INTO chassis.inbox (consumer, event_id, seen_at)
      SELECT DISTINCT ?, id, ?::timestamptz FROM unnest(?::text[]) AS id
      ON CONFLICT DO NOTHING RETURNING event_id
      """;
  private static final String FORGET = "DELETE FROM chassis.inbox WHERE seen_at < ?";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ConsumedTables(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The places to start from; a partition never consumed starts at 0. One that stood still does so
   * no longer where its offset was moved.
   */
  Map<Integer, Stored> begin(String consumer, String topic, Collection<Integer> parts) {
    Integer[] numbers = parts.toArray(Integer[]::new);
    jdbc.update(BEGIN, consumer, topic, numbers);
    jdbc.update(DECIDED, consumer, topic, numbers);
    Map<Integer, Stored> places = new TreeMap<>();
    jdbc.query(
        PLACES,
        rs -> {
          places.put(rs.getInt(1), new Stored(rs.getLong(2), rs.getBoolean(3)));
        },
        consumer,
        topic,
        numbers);
    return places;
  }

  /** Remembers that a partition stands still, unless its offset is another one by now. */
  void stand(String consumer, String topic, int part, long offset) {
    jdbc.update(STAND, consumer, topic, part, offset);
  }

  /**
   * Locks the partitions' rows until the transaction ends; nobody else can apply records of them
   * meanwhile.
   */
  Map<Integer, Long> lock(String consumer, String topic, Collection<Integer> parts) {
    Map<Integer, Long> offsets = new TreeMap<>();
    jdbc.query(
        LOCK,
        rs -> {
          offsets.put(rs.getInt(1), rs.getLong(2));
        },
        consumer,
        topic,
        parts.toArray(Integer[]::new));
    if (offsets.size() != parts.size()) {
      throw new IllegalStateException(topic + ": a partition without an offset row");
    }
    return offsets;
  }

  void advance(String consumer, String topic, Map<Integer, Long> next) {
    Integer[] parts = next.keySet().toArray(Integer[]::new);
    Long[] offsets = next.values().toArray(Long[]::new);
    int moved = jdbc.update(ADVANCE, parts, offsets, consumer, topic);
    if (moved != parts.length) {
      throw new IllegalStateException(topic + ": an offset moved under a lock");
    }
  }

  /** As {@link #advance}, and leaves alone what is further already. */
  void raise(String consumer, String topic, Map<Integer, Long> next) {
    Integer[] parts = next.keySet().toArray(Integer[]::new);
    Long[] offsets = next.values().toArray(Long[]::new);
    jdbc.update(ADVANCE, parts, offsets, consumer, topic);
  }

  /** Marks the ids and returns those that were not marked before. */
  Set<String> markSeen(String consumer, List<String> ids) {
    Timestamp now = Timestamp.from(clock.instant());
    return new HashSet<>(
        jdbc.queryForList(SEEN, String.class, consumer, now, ids.toArray(String[]::new)));
  }

  int forgetBefore(Instant instant) {
    return jdbc.update(FORGET, Timestamp.from(instant));
  }
}
