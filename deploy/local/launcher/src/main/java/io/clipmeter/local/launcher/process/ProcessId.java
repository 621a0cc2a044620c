package io.clipmeter.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid the number that the system reuses
 * @param born when the process started, in the words of the system
 */
public record ProcessId(long pid, String born) {
  private static final Path PROC = Path.of("/proc");

  /**
   * The living process of this number. A zombie, which only waits for its parent to notice its end,
   * is not alive; one whose first thread has ended while others go on, and keep its ports open, is.
   */
  public static Optional<ProcessId> of(long pid) {
    if (!Files.exists(PROC.resolve("self/stat"))) {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .flatMap(handle -> handle.info().startInstant())
          .map(start -> new ProcessId(pid, start.toString()));
    }
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"));
      return gone(stat) && threads(pid) < 2
          ? Optional.empty()
          : Optional.of(new ProcessId(pid, Boot.ID + "/" + startTime(stat)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a line of {@code /proc/PID/stat} tells of a process that has ended. */
  static boolean gone(String stat) {
    String state = fields(stat)[0];
    return state.equals("Z") || state.equals("X");
  }

  /** When the process of a line of {@code /proc/PID/stat} started, in ticks since the boot. */
  static String startTime(String stat) {
    return fields(stat)[19];
  }

  /** The fields behind the name, which stands in brackets and may hold anything. */
  private static String[] fields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static long threads(long pid) {
    try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
      return threads.count();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether this very process is still there. */
  public boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Start times in /proc count from the last boot, so the boot is part of the identity. */
  private static final class Boot {
    static final String ID = read();

    private static String read() {
      try {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
      } catch (IOException e) {
        return "boot";
      }
    }
  }
}
