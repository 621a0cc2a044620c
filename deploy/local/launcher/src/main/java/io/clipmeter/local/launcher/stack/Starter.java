package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.log.LogFile;
import io.clipmeter.local.launcher.log.LogLine;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Brings the stack to the state in which every part runs as it should: starts what is missing,
 * starts anew what runs from an older build or with other settings, leaves the rest alone. All or
 * nothing: on a failure or an interruption it ends what it started.
 */
public final class Starter {
  private static final int AT_A_TIME = 2;
  private static final int LOG_LINES = 15;
  private static final int LOG_COLUMNS = 300;

  private final Home home;
  private final Stack stack;
  private final Progress progress;
  private final PidFiles pidFiles;
  private final StartedParts started;
  private final Stopper stopper;
  private volatile boolean interrupted;

  public Starter(Home home, Stack stack, Progress progress) {
    this.home = home;
    this.stack = stack;
    this.progress = progress;
    this.pidFiles = new PidFiles(home);
    this.started = new StartedParts(pidFiles);
    this.stopper = new Stopper(home);
  }

  /**
   * Returns when every part is ready.
   *
   * @throws Failure that names the part, its last log lines and its log when one is not
   */
  public void start(Ports ports) {
    stopper.stopStrays(
        stack, name -> progress.says(name, "ended, left over from an earlier start"));
    List<Part> changed = stack.parts().stream().filter(this::outOfDate).toList();
    List<Part> missing = stack.parts().stream().filter(part -> !running(part)).toList();
    PortCheck.beside(home, stack, ports).require(joined(missing, changed));
    Thread interruption = new Thread(this::interrupted);
    Runtime.getRuntime().addShutdownHook(interruption);
    try {
      stopper.stop(
          stack,
          changed.stream().map(Part::name).toList(),
          name -> progress.says(name, "ended, a newer build or other settings take over"));
      stack.phases().forEach(this::startTogether);
    } catch (PartFailure e) {
      waitIfInterrupted();
      progress.failed(e.part().name(), String.valueOf(e.getMessage()));
      giveUp();
      throw new Failure(explain(e), e);
    } finally {
      waitIfInterrupted();
      Runtime.getRuntime().removeShutdownHook(interruption);
    }
  }

  /** Runs when the command is told to end while it still starts parts. */
  private void interrupted() {
    interrupted = true;
    giveUp();
  }

  /** Leaves the last word to the interruption, which is ending the parts and then this command. */
  private void waitIfInterrupted() {
    while (interrupted) {
      Waiting.pause(Duration.ofSeconds(1));
    }
  }

  private void startTogether(List<Part> parts) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<?>> starts = new ArrayList<>();
      parts.forEach(part -> starts.add(threads.submit(() -> start(part))));
      try {
        for (Future<?> start : starts) {
          start.get();
        }
      } catch (ExecutionException e) {
        starts.forEach(start -> start.cancel(true));
        started.giveUp();
        throw e.getCause() instanceof PartFailure failure
            ? failure
            : new IllegalStateException("a part could not be started", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while parts start", e);
      }
    }
  }

  private void start(Part part) {
    PartStart start = new PartStart(part, started, progress);
    pidFiles
        .alive(part.name())
        .ifPresentOrElse(entry -> start.confirm(entry.process()), start::run);
  }

  private boolean running(Part part) {
    return pidFiles.alive(part.name()).isPresent();
  }

  private boolean outOfDate(Part part) {
    Optional<PidFiles.Entry> entry = pidFiles.alive(part.name());
    return entry.isPresent() && !entry.get().fingerprint().equals(part.launch().fingerprint());
  }

  private void giveUp() {
    List<String> names = started.giveUp();
    stopper.stop(stack, names, name -> progress.says(name, "ended"));
  }

  private String explain(PartFailure failure) {
    String part = failure.part().name();
    List<String> readable =
        new LogFile(home.log(part))
            .tail(LOG_LINES).stream().flatMap(line -> LogLine.readable(line).stream()).toList();
    String lines =
        readable.subList(Math.max(0, readable.size() - LOG_LINES), readable.size()).stream()
            .map(line -> "    " + line.substring(0, Math.min(line.length(), LOG_COLUMNS)))
            .collect(Collectors.joining("\n"));
    return """
    %s %s.
      The last lines of %s:
    %s
    What this command had started is ended again; ./clipmeter up starts with the settings of before.\
    """
        .formatted(part, failure.getMessage(), home.log(part), lines);
  }

  private static List<Part> joined(List<Part> some, List<Part> others) {
    List<Part> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
