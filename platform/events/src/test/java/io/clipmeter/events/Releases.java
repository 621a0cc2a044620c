package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What has been released: one folder each, oldest first, never edited again. */
final class Releases {
  private Releases() {}

  /** A file of a release: the schema or the sample of a type. */
  record Released(String release, String ceType, ObjectNode json) {
    @Override
    public String toString() {
      return release + " " + ceType;
    }
  }

  static Stream<Released> schemas() {
    return files("schemas");
  }

  static Stream<Released> samples() {
    return files("samples");
  }

  private static Stream<Released> files(String kind) {
    return list(root()).stream()
        .flatMap(
            release ->
                list(release.resolve(kind)).stream()
                    .map(file -> released(release.getFileName().toString(), file)));
  }

  private static Released released(String release, Path file) {
    String ceType = file.getFileName().toString().replaceFirst("\\.json$", "");
    return new Released(release, ceType, (ObjectNode) Contract.JSON.readTree(file));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      URL released = Releases.class.getResource("/released");
      return Path.of(requireNonNull(released).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
