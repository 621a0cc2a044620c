package io.clipmeter.local.launcher.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The processes that this user may see, with their whole command lines. */
public final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /**
   * A process as the system shows it.
   *
   * @param words the command line
   */
  public record Row(long pid, List<String> words) {
    /** The command line as a person would type it, cut to a length that fits a sentence. */
    public String brief() {
      String line = String.join(" ", words);
      return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
  }

  public static List<Row> rows() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(handle -> row(handle.pid())).toList();
    }
  }

  /** The command line of one process; empty where it is gone or hidden. */
  public static Row row(long pid) {
    Path cmdline = PROC.resolve(pid + "/cmdline");
    if (Files.exists(cmdline)) {
      try {
        // Java's own ProcessHandle reads only the first page, and class paths are longer than that.
        String text = Files.readString(cmdline);
        return new Row(
            pid, Arrays.stream(text.split("\0", -1)).filter(word -> !word.isEmpty()).toList());
      } catch (IOException e) {
        return new Row(pid, List.of());
      }
    }
    return new Row(pid, ProcessHandle.of(pid).map(ProcessTable::wordsOf).orElse(List.of()));
  }

  private static List<String> wordsOf(ProcessHandle handle) {
    return Stream.concat(
            handle.info().command().stream(),
            handle.info().arguments().stream().flatMap(Arrays::stream))
        .toList();
  }
}
