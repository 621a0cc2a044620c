package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.PublishedEarnings;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.service.EventWriter;
import io.clipmeter.benchmarks.service.TopicReader;
import io.clipmeter.events.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Lets the service settle rounds of one campaign one by one, while somebody watches. */
final class LargeRounds implements AutoCloseable {
  private static final String SETTLED = "SELECT count(*) FROM settlement WHERE campaign_id = ?";

  private final EarningsService service;
  private final ServiceSide side;
  private final StartLine line;
  private final EventWriter events;
  private final TopicReader earnings;
  private final Connection connection;

  /**
   * Seconds since the round closed.
   *
   * @param settled when the settlement was committed
   * @param told when its last event was in Kafka
   */
  record Times(double settled, double told) {}

  LargeRounds(Engines engines, EarningsService service) throws SQLException {
    String kafka = engines.kafka().servers();
    this.service = service;
    this.line = SettlementBenchmark.line(engines, service.database());
    this.side = new ServiceSide(ServiceSide.NAME, service, kafka, line);
    this.events = new EventWriter(kafka, Story.NOW.toString());
    this.earnings = new TopicReader(kafka, Topic.EARNINGS.topicName());
    this.connection = service.database().connect();
    connection.setAutoCommit(true);
  }

  /**
   * Settles each round of the first campaign, and proves that all was right.
   *
   * @return the times of each round
   */
  List<Times> settle(Workload work, Consumer<String> progress) throws Exception {
    side.introduce(work);
    service.awaitIdle();
    Map<TopicPartition, Long> before = earnings.ends();
    Campaign campaign = work.campaigns().getFirst().campaign();
    List<Times> times = new ArrayList<>();
    for (Round round : campaign.rounds()) {
      Times each = settle(campaign, round);
      progress.accept(
          String.format(
              Locale.ROOT,
              "%,d clips, round %d: settled after %.2f s, told after %.2f s",
              campaign.clips().size(),
              round.number(),
              each.settled(),
              each.told()));
      times.add(each);
    }
    proveEvents(work, before);
    side.proveBooks(work);
    return times;
  }

  /** Apart, so that a million events are forgotten before the books are opened. */
  private void proveEvents(Workload work, Map<TopicPartition, Long> before) {
    PublishedEarnings published = new PublishedEarnings(work);
    earnings.readSince(before, published::add);
    published.prove();
  }

  private Times settle(Campaign campaign, Round round) throws Exception {
    for (int clip = 0; clip < campaign.clips().size(); clip++) {
      events.send(Story.observed(campaign, round, clip));
    }
    events.flush();
    service.awaitIdle();
    Map<TopicPartition, Long> before = earnings.ends();
    long expected = eventsOf(campaign, round);
    Stopwatch watch = line.start();
    events.send(Story.closed(campaign, round));
    events.flush();
    service.await("it was settled", () -> settlements(campaign.id()) >= round.number());
    double settled = secondsSince(watch);
    service.await("it was told", () -> earnings.countSince(before) >= expected);
    return new Times(settled, secondsSince(watch));
  }

  private static double secondsSince(Stopwatch watch) {
    return (System.nanoTime() - watch.begun()) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** What this round must tell: all up to it, without all before it. */
  private static long eventsOf(Campaign campaign, Round round) {
    return told(campaign, round.number()) - told(campaign, round.number() - 1);
  }

  private static long told(Campaign campaign, int rounds) {
    Expected upTo = Expected.of(campaign.first(rounds));
    return new PublishedEarnings(new Workload(List.of(upTo))).expected();
  }

  private long settlements(UUID campaign) {
    try (PreparedStatement query = connection.prepareStatement(SETTLED)) {
      query.setObject(1, campaign);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the service's tables can't be read", e);
    }
  }

  @Override
  public void close() throws SQLException {
    side.close();
    events.close();
    earnings.close();
    connection.close();
  }
}
