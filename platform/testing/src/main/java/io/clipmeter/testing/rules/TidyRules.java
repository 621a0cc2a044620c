package io.clipmeter.testing.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tidiness of a module's files as a test: sizes, package descriptions, names of migrations, and
 * words and calls that stay out. Each module has one test that calls {@link #check}.
 */
public final class TidyRules {

  private TidyRules() {}

  /**
   * Holds the files below {@code src} to all rules.
   *
   * @param moduleRoot the folder with the module's {@code pom.xml}; {@code Path.of("")} in a test
   * @throws AssertionError with every untidy file, the line and the rule; also when there is no
   *     file at all
   */
  public static void check(Path moduleRoot) {
    Path module = moduleRoot.toAbsolutePath().normalize();
    List<Path> files = filesBelow(module.resolve("src"));
    if (files.isEmpty()) {
      throw new AssertionError("no files below " + module.resolve("src"));
    }
    String untidy =
        Stream.of(
                SourceRules.violations(module, files),
                PackageRules.violations(module, files),
                MigrationRules.violations(module, files))
            .flatMap(List::stream)
            .collect(Collectors.joining("\n"));
    if (!untidy.isEmpty()) {
      throw new AssertionError(untidy);
    }
  }

  private static List<Path> filesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  static boolean isMain(Path module, Path file) {
    return file.startsWith(module.resolve("src").resolve("main"));
  }
}
