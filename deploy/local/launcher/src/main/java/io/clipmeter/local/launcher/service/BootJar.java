package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.home.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The jar that the build makes of a program.
 *
 * @param path where it is
 */
record BootJar(Path path) {
  /**
   * The jar of a module.
   *
   * @throws Failure when the module is not built
   */
  static BootJar of(Path module) {
    Path target = module.resolve("target");
    String prefix = module.getFileName().toString();
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        List<Path> jars = files.filter(file -> isBootJar(file, prefix)).sorted().toList();
        if (!jars.isEmpty()) {
          return new BootJar(jars.getLast());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new Failure(module + " is not built: ./mvnw -DskipTests package builds it.");
  }

  private static boolean isBootJar(Path file, String module) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar")
        && (name.startsWith(module + "-") || name.startsWith("local-" + module + "-"))
        && !name.matches(".*-(sources|javadoc|tests)\\.jar");
  }

  /** Differs when the content differs; packing the same classes again does not change it. */
  String fingerprint() {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      zip.stream()
          .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize() + "\n")
          .sorted()
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
