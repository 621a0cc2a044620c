package io.clipmeter.benchmarks.service;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The instances of one service as it is delivered, each in a process of its own: one can be killed
 * or stopped, and started again, while the others go on. For one thread.
 */
public final class Instances {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** It starts sooner so, and has no long life before it. */
  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  /** The shortest time that a broker allows. */
  private static final List<String> MISSED_SOON =
      List.of(
          "--spring.kafka.consumer.properties.session.timeout.ms=6000",
          "--spring.kafka.consumer.properties.heartbeat.interval.ms=2000");

  /**
   * What is run.
   *
   * @param jar name of the module
   * @param application its main class, which it names when it has started
   * @param settings of its own, such as {@code --a.b=c}
   */
  public record Service(String jar, String application, List<String> settings) {}

  private final List<Child> processes = new ArrayList<>();
  private final Service service;
  private final Engines engines;
  private final Database database;
  private int started;

  private Instances(Service service, Engines engines, Database database) {
    this.service = service;
    this.engines = engines;
    this.database = database;
  }

  /** Starts the first, which makes the tables: it has to listen before another one is started. */
  public static Instances first(Service service, Engines engines, Database database)
      throws Exception {
    Instances instances = new Instances(service, engines, database);
    instances.startAnother();
    return instances;
  }

  /** Starts one more; it listens some seconds later. */
  public void startAnother() throws Exception {
    processes.add(launch());
  }

  private Child launch() throws Exception {
    started++;
    List<String> settings =
        Stream.concat(MISSED_SOON.stream(), service.settings().stream()).toList();
    return DeliveredJar.of(service.jar())
        .startWatched(
            service.jar() + "-" + started,
            EarningsService.PARTITIONS,
            engines,
            database,
            JVM,
            settings);
  }

  /** Ends one at once, in the middle of whatever it does: {@code kill -9}. */
  public void kill(int place) throws InterruptedException {
    processes.get(place).close();
  }

  /** Ends one orderly: it leaves its consumer groups. */
  public void stop(int place) throws InterruptedException {
    processes.get(place).stop(PATIENCE);
  }

  /** Starts one in the place of one that has ended; it listens some seconds later. */
  public void startAgain(int place) throws Exception {
    processes.set(place, launch());
  }

  /** Waits until all listen. */
  public void awaitStarted() throws InterruptedException {
    Pattern said = Pattern.compile("Started " + service.application());
    for (Child process : processes) {
      process.await("it had started", () -> process.said(said).isPresent(), PATIENCE);
    }
  }

  /** Waits until the answer is yes, as long as none of them ends. */
  public void await(String what, BooleanSupplier question) throws InterruptedException {
    processes
        .getFirst()
        .await(
            what,
            () -> {
              requireAlive();
              return question.getAsBoolean();
            },
            PATIENCE);
  }

  /**
   * All of them are there.
   *
   * @throws IllegalStateException where one has ended that nobody ended
   */
  public void requireAlive() {
    if (!processes.stream().allMatch(Child::alive)) {
      throw new IllegalStateException("an instance of " + service.jar() + " ended by itself");
    }
  }
}
