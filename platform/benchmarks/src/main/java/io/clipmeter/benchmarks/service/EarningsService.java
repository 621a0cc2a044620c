package io.clipmeter.benchmarks.service;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.events.Topic;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The earnings service as it is delivered: its jar, in a process of its own, with its own settings
 * except for where things are. It stands still unless it is let go on, so that it takes nothing
 * from the other sides.
 */
public final class EarningsService {
  /** Of every topic, as the local stack has it. */
  public static final int PARTITIONS = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /** What it states of one run's earnings minutes later would be taken for another run's events. */
  private static final List<String> QUIET = List.of("--clipmeter.earnings.claim.every=1h");

  private final Child process;
  private final Database database;

  private EarningsService(Child process, Database database) {
    this.process = process;
    this.database = database;
  }

  /** Starts it with the topics that it hears, and returns when it hears them all. */
  public static EarningsService start(Engines engines) throws Exception {
    List<String> heard =
        Stream.of(Topic.CAMPAIGNS, Topic.SUBMISSIONS, Topic.TRACKING_ROUNDS, Topic.VIEW_UPDATES)
            .map(Topic::topicName)
            .toList();
    engines.kafka().create(heard, PARTITIONS);
    Database database = engines.postgres().create("earnings");
    Child process = DeliveredJar.of("earnings-service").start(engines, database, JVM, QUIET);
    EarningsService service = new EarningsService(process, database);
    service.await("it heard its topics", () -> service.hears(heard.size()));
    return service;
  }

  private boolean hears(int topics) {
    return migrated()
        && one("SELECT count(DISTINCT topic) FROM chassis.consumer_offset") == topics
        && one("SELECT count(*) FROM chassis.consumer_offset") == (long) topics * PARTITIONS;
  }

  private boolean migrated() {
    return one("SELECT count(*) FROM pg_tables WHERE tablename = 'consumer_offset'") == 1;
  }

  private long one(String question) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  /** Its database, to look at. */
  public Database database() {
    return database;
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
    process.await(what, question, PATIENCE);
  }
}
