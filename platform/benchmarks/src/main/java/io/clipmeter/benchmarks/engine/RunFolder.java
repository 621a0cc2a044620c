package io.clipmeter.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where one run keeps its data. Beside the built classes and not in the system's folder for
 * temporary files: that one is often in memory, where an fsync costs nothing.
 */
final class RunFolder implements AutoCloseable {
  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  static RunFolder make() throws IOException {
    return new RunFolder(Files.createTempDirectory(Files.createDirectories(target()), "run-"));
  }

  private static Path target() {
    try {
      Path classes =
          Path.of(RunFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolveSibling("bench");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("these classes are in no folder", e);
    }
  }

  Path path() {
    return path;
  }

  /** For what all runs share: PostgreSQL's programs take long to unpack. */
  Path programs() {
    return target().resolve("programs");
  }

  /** The kind of file system, as the machine calls it. */
  String fileSystem() {
    try {
      return Files.getFileStore(path).type();
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(RunFolder::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
