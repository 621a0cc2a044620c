package io.clipmeter.local.simulator.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where state survives a restart. Files are replaced as a whole: a kill leaves the old or the new.
 *
 * @param path made when it is not there
 */
public record StateDirectory(Path path) {
  public StateDirectory {
    try {
      Files.createDirectories(path);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public StateDirectory in(String name) {
    return new StateDirectory(path.resolve(name));
  }

  public Optional<String> read(String name) {
    Path file = path.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public void replace(String name, String content) {
    try {
      Path fresh = Files.createTempFile(path, name, ".tmp");
      Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public void delete(String name) {
    try {
      Files.deleteIfExists(path.resolve(name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The files that end so. */
  public List<String> names(String suffix) {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(suffix))
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
