package io.clipmeter.local.launcher.process;

import io.clipmeter.local.launcher.disk.PrivateFiles;
import io.clipmeter.local.launcher.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Remembers which process runs which part: one file a part, three lines a file. */
public final class PidFiles {
  private final Path folder;

  public PidFiles(Home home) {
    this.folder = home.pidFiles();
  }

  /**
   * What was started for a part.
   *
   * @param fingerprint of the {@link Launch}
   */
  public record Entry(ProcessId process, String fingerprint) {}

  public void write(String part, Entry entry) {
    PrivateFiles.write(
        file(part),
        "%d\n%s\n%s\n"
            .formatted(entry.process().pid(), entry.process().born(), entry.fingerprint()));
  }

  /** What was started last for the part, alive or not. A damaged file counts as none. */
  public Optional<Entry> read(String part) {
    try {
      List<String> lines = Files.readAllLines(file(part));
      return lines.size() < 3
          ? Optional.empty()
          : Optional.of(
              new Entry(new ProcessId(Long.parseLong(lines.get(0)), lines.get(1)), lines.get(2)));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was started last for the part, if it still runs. */
  public Optional<Entry> alive(String part) {
    return read(part).filter(entry -> entry.process().alive());
  }

  public void delete(String part) {
    try {
      Files.deleteIfExists(file(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String part) {
    return folder.resolve(part + ".pid");
  }
}
