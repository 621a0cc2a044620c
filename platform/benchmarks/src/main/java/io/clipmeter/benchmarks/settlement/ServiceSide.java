package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.rounds.Books;
import io.clipmeter.benchmarks.rounds.Books.Journal;
import io.clipmeter.benchmarks.rounds.PublishedEarnings;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.service.EventWriter;
import io.clipmeter.benchmarks.service.TopicReader;
import io.clipmeter.events.Topic;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The earnings service itself, from records that wait in Kafka to its last event in Kafka.
 *
 * <p>It stands still while the records are written, and the clock starts before it is let go on:
 * what it does is what it would do about a backlog, with a JVM that is warm.
 */
final class ServiceSide implements Side<Workload>, AutoCloseable {
  static final String NAME = "service";

  private static final String KNOWN =
      """
      SELECT (SELECT count(*) FROM clip WHERE campaign_id = ANY(?)) +
             (SELECT count(*) FROM campaign WHERE id = ANY(?))
      """;

  private final String name;
  private final EarningsService service;
  private final StartLine line;
  private final Connection connection;
  private final EventWriter events;
  private final TopicReader earnings;

  /**
   * @param name of this side: the same service may do work of several kinds
   */
  ServiceSide(String name, EarningsService service, String kafka, StartLine line)
      throws SQLException {
    this.name = name;
    this.service = service;
    this.line = line;
    this.connection = service.database().connect();
    this.events = new EventWriter(kafka, Story.NOW.toString());
    this.earnings = new TopicReader(kafka, Topic.EARNINGS.topicName());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Run run(Workload work) throws Exception {
    introduce(work);
    service.pause();
    Story.tellRounds(work, events);
    Map<TopicPartition, Long> before = earnings.ends();
    PublishedEarnings published = new PublishedEarnings(work);
    Stopwatch watch = line.start();
    service.resume();
    service.await(
        "all earnings were published", () -> earnings.countSince(before) >= published.expected());
    Run run = watch.stop(work.observations());
    service.pause();
    earnings.readSince(before, published::add);
    published.prove();
    proveBooks(work);
    return run;
  }

  /** Proves that its ledger has every sum of the work. */
  void proveBooks(Workload work) throws SQLException {
    Books.read(connection, work, Journal.SETTLEMENTS).prove(name, work, true);
  }

  /**
   * Lets the service learn of the campaigns and their clips, which is not what is measured; it goes
   * on.
   */
  void introduce(Workload work) throws Exception {
    service.resume();
    Story.tellCampaigns(work, events);
    long all = work.campaigns().stream().mapToLong(e -> 1 + e.campaign().clips().size()).sum();
    service.await("it knew all clips", () -> known(work) == all);
  }

  private long known(Workload work) {
    try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
      Array ids = connection.createArrayOf("uuid", work.campaignIds());
      query.setArray(1, ids);
      query.setArray(2, ids);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the service's tables can't be read", e);
    }
  }

  @Override
  public void close() throws SQLException {
    events.close();
    earnings.close();
    connection.close();
  }
}
