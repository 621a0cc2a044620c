package io.clipmeter.local.launcher.log;

import io.clipmeter.local.launcher.process.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The end of a log, and what is added to it. */
public final class LogFile {
  private static final int TAIL_BYTES_MAX = 4_000_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Path path;

  public LogFile(Path path) {
    this.path = path;
  }

  /** The last lines, oldest first; none when there is no log. Reads at most the last 4 MB. */
  public List<String> tail(int lines) {
    if (!Files.exists(path)) {
      return List.of();
    }
    byte[] end = from(Math.max(0, size() - TAIL_BYTES_MAX));
    List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /**
   * Tells of each line that is added from now on, until the process is ended.
   *
   * @param told gets whole lines
   */
  public void follow(Consumer<String> told) {
    long read = size();
    while (true) {
      if (size() < read) {
        read = 0;
      }
      byte[] fresh = from(read);
      int whole = 1 + lastLineEnd(fresh);
      new String(fresh, 0, whole, StandardCharsets.UTF_8).lines().forEach(told);
      read += whole;
      Waiting.pause(BETWEEN_LOOKS);
    }
  }

  private static int lastLineEnd(byte[] text) {
    int end = text.length - 1;
    while (end >= 0 && text[end] != '\n') {
      end--;
    }
    return end;
  }

  private long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] from(long position) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.min(TAIL_BYTES_MAX, file.length() - position)];
      file.seek(position);
      file.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
