package io.clipmeter.local.launcher.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes hold. */
public final class ResidentMemory {
  private static final Path PROC = Path.of("/proc");

  private ResidentMemory() {}

  /**
   * The resident memory of a process and those it started, in megabytes. What children share with
   * the process, such as the buffers of a database, counts once.
   */
  public static long megabytes(long pid) {
    long kilobytes = kilobytes(pid, "VmRSS:");
    try (Stream<ProcessHandle> children =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)) {
      kilobytes += children.mapToLong(child -> kilobytes(child.pid(), "RssAnon:")).sum();
    }
    return kilobytes / 1024;
  }

  /**
   * The memory that programs could still get without swapping, in megabytes; -1 where the system
   * does not say.
   */
  public static long availableMegabytes() {
    long kilobytes = field(PROC.resolve("meminfo"), "MemAvailable:");
    return kilobytes < 0 ? -1 : kilobytes / 1024;
  }

  private static long kilobytes(long pid, String field) {
    Path status = PROC.resolve(pid + "/status");
    if (Files.exists(status)) {
      return Math.max(0, field(status, field));
    }
    return Programs.output("ps", "-o", "rss=", "-p", Long.toString(pid))
        .map(text -> text.isBlank() ? 0 : Long.parseLong(text.strip()))
        .orElse(0L);
  }

  private static long field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }
}
