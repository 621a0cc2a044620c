package io.clipmeter.benchmarks.engine;

import io.clipmeter.benchmarks.measure.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The engines of one run, and whatever else has to end with it. All of it ends at {@link #close},
 * and when the program is told to end before.
 */
public final class Engines implements AutoCloseable {
  private static final Pattern NUMBERED = Pattern.compile("-[0-9]+$");

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final RunFolder folder;
  private final Postgres postgres;
  private final Kafka kafka;
  private boolean closed;

  private Engines(Consumer<String> progress) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-run"));
    folder = own(RunFolder::make);
    progress.accept("starting PostgreSQL and Kafka in " + folder.path());
    postgres = own(() -> Postgres.start(folder.path(), folder.programs()));
    kafka = own(() -> Kafka.start(folder.path()));
  }

  /** Starts both. */
  public static Engines start(Consumer<String> progress) throws Exception {
    return new Engines(progress);
  }

  /**
   * Starts something that ends with this run, before what was started earlier. Nobody ends the run
   * in the middle of it.
   */
  public synchronized <T extends AutoCloseable> T own(Callable<T> start) throws Exception {
    if (closed) {
      throw new IllegalStateException("the run is ending");
    }
    T part = start.call();
    started.push(part);
    return part;
  }

  /** The database server. */
  public Postgres postgres() {
    return postgres;
  }

  /** The broker. */
  public Kafka kafka() {
    return kafka;
  }

  /** Ends the broker at once, in the middle of whatever it does. */
  public synchronized void killBroker() throws InterruptedException {
    kafka.close();
  }

  /** Starts the broker again with its data, and returns when it serves. */
  public synchronized void startBrokerAgain() throws IOException, InterruptedException {
    if (closed) {
      throw new IllegalStateException("the run is ending");
    }
    kafka.startAgain();
  }

  /**
   * What has been spent so far: by {@code benchmark}, which is this program alone, {@code
   * postgres}, {@code broker}, and by each kind of program that was started, such as {@code
   * earnings_service}.
   */
  public synchronized Usage usage() {
    Map<String, Long> cpu = new TreeMap<>();
    cpu.put("benchmark", CpuTime.ownNanos(ProcessHandle.current()));
    cpu.put("postgres", CpuTime.nanos(postgres.process()));
    cpu.put("broker", CpuTime.nanos(kafka.process()));
    for (AutoCloseable part : started) {
      if (part instanceof Child child) {
        cpu.merge(kind(child), child.cpuNanos(), Long::sum);
      }
    }
    return new Usage(cpu, postgres.walBytes());
  }

  private static String kind(Child child) {
    return NUMBERED.matcher(child.name()).replaceFirst("").replace('-', '_');
  }

  /** Where files of this run go. */
  public Path folder() {
    return folder.path();
  }

  /** Versions and settings in one line. */
  public String describe() throws SQLException {
    return "engines: PostgreSQL %s (fsync and synchronous_commit on), Kafka %s, data on %s"
        .formatted(
            postgres.version(),
            org.apache.kafka.common.utils.AppInfoParser.getVersion(),
            folder.fileSystem());
  }

  @Override
  public synchronized void close() {
    closed = true;
    IllegalStateException failure = new IllegalStateException("not everything could be ended");
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
