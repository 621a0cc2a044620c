package io.clipmeter.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The short-lived processes that prepare parts; none outlives the command that started it. */
public final class Helpers {
  private final List<Process> running = new ArrayList<>();
  private boolean closed;

  /**
   * Runs a process to its end.
   *
   * @return its exit code
   * @throws IllegalStateException after {@link #endAll}
   */
  public int run(ProcessBuilder builder) {
    Process process = start(builder);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IllegalStateException(
          "interrupted while waiting for " + builder.command().getFirst(), e);
    } finally {
      forget(process);
    }
  }

  /** Ends whatever runs, and lets nothing start any more. */
  public synchronized void endAll() {
    closed = true;
    running.forEach(Process::destroyForcibly);
  }

  private synchronized Process start(ProcessBuilder builder) {
    if (closed) {
      throw new IllegalStateException("the command is ending");
    }
    try {
      Process process = builder.start();
      running.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void forget(Process process) {
    running.remove(process);
  }
}
