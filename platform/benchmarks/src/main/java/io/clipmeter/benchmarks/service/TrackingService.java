package io.clipmeter.benchmarks.service;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.events.Topic;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The tracking service as it is delivered: its jar, in a process of its own, with its own settings
 * except for where things are, and for what a month may cost.
 */
public final class TrackingService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** What it did is timed by its own clock: a hundredth of the time is enough to ask in. */
  private static final int PAUSES = 99;

  private static final String SCHEDULES =
      "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'clipmeter.tracking.tick' AND"
          + " last_success > ?";

  private final Child process;

  private TrackingService(Child process) {
    this.process = process;
  }

  /**
   * Starts an instance, and returns when it is ready.
   *
   * @param provider where Apify's API is answered
   * @param options of its virtual machine, such as {@code -Xmx256m}
   * @param settings more of them, such as {@code --a.b=c}
   */
  public static TrackingService start(
      Engines engines, Database database, URI provider, List<String> options, List<String> settings)
      throws Exception {
    List<String> all =
        Stream.concat(
                Stream.of(
                    "--clipmeter.tracking.apify.base-url=" + provider,
                    "--clipmeter.tracking.apify.api-key=benchmark",
                    "--clipmeter.tracking.apify.simulated=true",
                    "--clipmeter.tracking.apify.charges.monthly-cap-usd=1000000"),
                settings.stream())
            .toList();
    OffsetDateTime begun = now(database);
    Child process = DeliveredJar.of("tracking-service").start(engines, database, options, all);
    TrackingService service = new TrackingService(process);
    service.await("it was ready", () -> schedulesSince(begun, database));
    return service;
  }

  private static OffsetDateTime now(Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT now()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  /** Creates the topics that it hears; the others are its own. */
  public static void createTopics(Engines engines) throws Exception {
    List<String> heard =
        Stream.of(Topic.CAMPAIGNS, Topic.SUBMISSIONS, Topic.BUDGETS, Topic.CAMPAIGN_COMPLETIONS)
            .map(Topic::topicName)
            .toList();
    engines.kafka().create(heard, EarningsService.PARTITIONS);
  }

  /** The schedule is the last to begin, and notes its tasks. */
  private static boolean schedulesSince(OffsetDateTime begun, Database database) {
    try (var connection = database.connect();
        var query = connection.prepareStatement(SCHEDULES)) {
      query.setObject(1, begun);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1) == 1;
      }
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  /** Takes the processor away from it. */
  public void pause() throws IOException, InterruptedException {
    process.pause();
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    process.resume();
  }

  /** Waits until the answer is yes, as long as the service lives. */
  public void await(String what, BooleanSupplier question) throws InterruptedException {
    process.await(what, question, PATIENCE, PAUSES);
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
