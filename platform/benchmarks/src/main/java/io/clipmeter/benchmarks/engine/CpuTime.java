package io.clipmeter.benchmarks.engine;

import java.io.IOException;
import java.lang.ProcessHandle.Info;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of a process and its children; on Linux also of those that have ended. */
final class CpuTime {
  /** Linux counts in hundredths of a second there, whatever its clock. */
  private static final long TICK_NANOS = Duration.ofMillis(10).toNanos();

  /** Places behind the name in proc(5): what ended children took as a user, and of the system. */
  private static final int CUTIME = 13;

  private static final int CSTIME = 14;

  private CpuTime() {}

  static long nanos(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToLong(process -> ownNanos(process) + endedNanos(process))
        .sum();
  }

  /** Without its children. */
  static long ownNanos(ProcessHandle process) {
    return Optional.of(process.info())
        .flatMap(Info::totalCpuDuration)
        .map(Duration::toNanos)
        .orElse(0L);
  }

  private static long endedNanos(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[CUTIME]) + Long.parseLong(fields[CSTIME])) * TICK_NANOS;
    } catch (IOException notThere) {
      return 0;
    }
  }
}
