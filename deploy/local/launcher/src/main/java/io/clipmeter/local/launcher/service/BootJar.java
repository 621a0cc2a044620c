package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.home.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

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
      List<String> lines = new ArrayList<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith("-SNAPSHOT.jar")) {
          // A jar of this build in the jar: its own bytes tell when it was packed.
          lines.addAll(contents(entry.getName(), zip.getInputStream(entry)));
        } else {
          lines.add(entry.getName() + " " + entry.getCrc());
        }
      }
      Collections.sort(lines);
      byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<String> contents(String name, InputStream jar) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(jar)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        CRC32 checksum = new CRC32();
        checksum.update(zip.readAllBytes());
        lines.add(name + " " + entry.getName() + " " + checksum.getValue());
      }
    }
    return lines;
  }
}
