package io.clipmeter.local.launcher.process;

import io.clipmeter.local.launcher.machine.Programs;
import java.time.Duration;
import java.util.Optional;

/** Ends processes: first with a signal that lets them finish, then without asking. */
public final class Ending {
  private static final Duration LAST_RESORT = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Ending() {}

  /**
   * Ends this very process and returns when it is gone.
   *
   * @param signal for example TERM
   * @param patience how long the process may take before it is killed
   * @return whether it is gone
   */
  public static boolean end(ProcessId process, String signal, Duration patience) {
    send(process, signal);
    if (Waiting.until(() -> !process.alive(), patience, BETWEEN)) {
      return true;
    }
    send(process, "KILL");
    return Waiting.until(() -> !process.alive(), LAST_RESORT, BETWEEN);
  }

  /** Sends a signal, unless the process is gone already. */
  public static void send(ProcessId process, String signal) {
    Optional<ProcessHandle> handle =
        Optional.of(process)
            .filter(ProcessId::alive)
            .flatMap(alive -> ProcessHandle.of(alive.pid()));
    switch (signal) {
      case "TERM" -> handle.ifPresent(ProcessHandle::destroy);
      case "KILL" -> handle.ifPresent(ProcessHandle::destroyForcibly);
      default ->
          handle.ifPresent(
              alive -> Programs.output("kill", "-" + signal, Long.toString(alive.pid())));
    }
  }
}
