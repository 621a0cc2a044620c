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
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
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
  private static final Duration WHILE = Duration.ofSeconds(2);

  /** It looks for work now and then, which is less than this part of a processor. */
  private static final int IDLE_PART = 5;

  private static final int LOOKS = 5;
  private static final String AT_WORK =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND state <> 'idle'
        AND pid <> pg_backend_pid()
      """;

  private static final String NAME = "earnings-service";

  /** What each instance says when it listens. */
  private static final Pattern STARTED = Pattern.compile("Started EarningsApplication");

  /** What it states of one run's earnings minutes later would be taken for another run's events. */
  private static final List<String> QUIET = List.of("--clipmeter.earnings.claim.every=1h");

  /**
   * How it is set up.
   *
   * @param partitions of every topic
   * @param instances how many processes there are of it
   * @param heapMegabytes the largest heap of each
   */
  public record Setup(int partitions, int instances, int heapMegabytes) {

    /** One instance with much memory and the local stack's partitions. */
    public static final Setup USUAL = new Setup(PARTITIONS, 1, 1_024);
  }

  private final List<Child> processes;
  private final Database database;

  private EarningsService(List<Child> processes, Database database) {
    this.processes = processes;
    this.database = database;
  }

  /** Starts it with the topics that it hears, and returns when it hears them all. */
  public static EarningsService start(Engines engines) throws Exception {
    return start(engines, Setup.USUAL);
  }

  /** Starts it in this way. */
  public static EarningsService start(Engines engines, Setup setup) throws Exception {
    List<String> heard =
        Stream.of(Topic.CAMPAIGNS, Topic.SUBMISSIONS, Topic.TRACKING_ROUNDS, Topic.VIEW_UPDATES)
            .map(Topic::topicName)
            .toList();
    engines.kafka().create(heard, setup.partitions());
    Database database = engines.postgres().create("earnings");
    // The first makes the tables, and the others find them.
    EarningsService service = new EarningsService(new ArrayList<>(), database);
    for (int number = 1; number <= setup.instances(); number++) {
      Child child = instance(number, setup, engines, database);
      service.processes.add(child);
      child.await("it had started", () -> child.said(STARTED).isPresent(), PATIENCE);
    }
    long places = (long) heard.size() * setup.partitions();
    service.await("it heard its topics", () -> service.hears(heard.size(), places));
    return service;
  }

  private static Child instance(int number, Setup setup, Engines engines, Database database)
      throws Exception {
    List<String> jvm = List.of("-Xmx" + setup.heapMegabytes() + "m");
    return DeliveredJar.of(NAME)
        .start(NAME + "-" + number, setup.partitions(), engines, database, jvm, QUIET);
  }

  private boolean hears(int topics, long places) {
    return migrated()
        && one("SELECT count(DISTINCT topic) FROM chassis.consumer_offset") == topics
        && one("SELECT count(*) FROM chassis.consumer_offset") == places;
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

  /**
   * Waits until it has nothing to do: a while in which it took hardly any of a processor's time,
   * and its database was not seen at work for it. While one long statement runs it takes none.
   */
  public void awaitIdle() throws InterruptedException {
    boolean busy = true;
    while (busy) {
      long before = cpuNanos();
      boolean seen = false;
      for (int look = 0; look < LOOKS; look++) {
        long end = System.nanoTime() + WHILE.toNanos() / LOOKS;
        await("a moment had passed", () -> System.nanoTime() > end);
        seen |= one(AT_WORK) > 0;
      }
      busy = seen || cpuNanos() - before > WHILE.toNanos() / IDLE_PART;
    }
  }

  private long cpuNanos() {
    return processes.stream().mapToLong(Child::cpuNanos).sum();
  }

  /** Takes the processor away from it. */
  public void pause() throws IOException, InterruptedException {
    for (Child process : processes) {
      process.pause();
    }
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    for (Child process : processes) {
      process.resume();
    }
  }

  /** Waits until the answer is yes, as long as the service lives. */
  public void await(String what, BooleanSupplier question) throws InterruptedException {
    processes.getFirst().await(what, question, PATIENCE);
  }
}
