package io.clipmeter.benchmarks.outbox;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.service.EarningsService;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The relay of a running service, from committed rows to the note that the broker has acknowledged
 * them all. The service stands still while the rows are written.
 */
final class RelaySide implements Side<List<Message>>, AutoCloseable {
  static final String NAME = "relay";

  private final EarningsService service;
  private final StartLine line;
  private final WaitingRows rows;
  private final Arrivals arrivals;

  RelaySide(EarningsService service, String servers, String topic, StartLine line)
      throws SQLException {
    this.service = service;
    this.line = line;
    this.rows = new WaitingRows(service.database(), topic);
    this.arrivals = new Arrivals(NAME, servers, topic);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(List<Message> messages) throws Exception {
    long all = rows.relayed() + messages.size();
    rows.add(messages);
    Map<TopicPartition, Long> before = arrivals.ends();
    Stopwatch watch = line.start();
    service.resume();
    service.await("all rows were relayed", () -> rows.relayed() >= all);
    Run run = watch.stop(messages.size());
    service.pause();
    arrivals.prove(before, messages);
    return run;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    arrivals.close();
  }
}
