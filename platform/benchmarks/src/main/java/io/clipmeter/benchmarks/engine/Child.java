package io.clipmeter.benchmarks.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java program in a process of its own, which ends with the run. */
public final class Child implements AutoCloseable {
  /** A stray SPRING_ or JAVA_ variable of the caller would change what is measured. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private static final int LINES_SHOWN = 20;
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(10);

  /** Of the time, at most, goes into questions. */
  private static final int A_TENTH = 9;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts java.
   *
   * @param name for people, and of the log file
   * @param arguments what stands behind {@code java} on the command line
   */
  public static Child java(String name, List<String> arguments, Path folder) throws IOException {
    return java(name, arguments, Map.of(), folder);
  }

  /** Starts java with these variables in its environment. */
  public static Child java(
      String name, List<String> arguments, Map<String, String> environment, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(arguments);
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), log);
  }

  /** Waits for its end; throws unless it was a good one. */
  public void finish() throws InterruptedException {
    if (process.waitFor() != 0) {
      throw failure("failed");
    }
  }

  /**
   * Asks again and again, every few milliseconds, until the answer is yes.
   *
   * @throws IllegalStateException where the program ends meanwhile, or the answer comes too late
   */
  public void await(String what, BooleanSupplier question, Duration patience)
      throws InterruptedException {
    await(what, question, patience, A_TENTH);
  }

  /**
   * The same, of those who need not know to the millisecond.
   *
   * @param pauses how many times as long as a question took comes before the next: what is asked of
   *     the same machine takes from what is measured there
   */
  public void await(String what, BooleanSupplier question, Duration patience, int pauses)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long asked = System.nanoTime();
    while (!question.getAsBoolean()) {
      if (process.waitFor(pauseAfter(System.nanoTime() - asked, pauses), TimeUnit.NANOSECONDS)) {
        throw failure("ended before " + what);
      }
      if (System.nanoTime() > end) {
        throw failure("took more than " + patience.toSeconds() + " s: " + what);
      }
      asked = System.nanoTime();
    }
  }

  private static long pauseAfter(long askingNanos, int pauses) {
    return Math.max(BETWEEN_QUESTIONS.toNanos(), pauses * askingNanos);
  }

  /** For people; a number at its end tells it from others of its kind. */
  String name() {
    return name;
  }

  /** Its process, for what that has spent. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Processor time that it has spent so far, in nanoseconds. */
  public long cpuNanos() {
    return CpuTime.nanos(handle());
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  /** The first part of a line that it said and that looks like this; empty if there is none yet. */
  public Optional<String> said(Pattern looks) {
    try {
      Matcher found = looks.matcher(Files.readString(log));
      return found.find() ? Optional.of(found.group()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Takes the processor away from it, until {@link #resume}. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Through the shell, which has the command built in: not every machine has it as a program. */
  private void signal(String signal) throws IOException, InterruptedException {
    String command = "kill -" + signal + " " + process.pid();
    if (new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() != 0) {
      throw failure("can't be signalled");
    }
  }

  private IllegalStateException failure(String what) {
    return new IllegalStateException(name + " " + what + ". Its last words:\n" + lastWords());
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  /** Whether it has not ended. */
  public boolean alive() {
    return process.isAlive();
  }

  /**
   * Asks it to end, and waits until it has.
   *
   * @throws IllegalStateException where it takes longer than that
   */
  public void stop(Duration patience) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw failure("did not end within " + patience.toSeconds() + " s");
    }
  }

  /** At once: what it has to say or to save goes with the run's folder anyway. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
