package io.clipmeter.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.local.launcher.home.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootJarTest {
  @TempDir private Path folder;

  @Test
  void isTheOneThatTheBuildMade() throws IOException {
    Path module = module("payout-service");
    jar(module.resolve("target/payout-service-0.1.0-SNAPSHOT.jar"), "a", Instant.EPOCH);
    Files.createFile(module.resolve("target/payout-service-0.1.0-SNAPSHOT.jar.original"));
    Files.createFile(module.resolve("target/payout-service-0.1.0-SNAPSHOT-tests.jar"));

    assertThat(BootJar.of(module).path()).hasFileName("payout-service-0.1.0-SNAPSHOT.jar");
  }

  @Test
  void mayCarryTheNameOfTheLocalStack() throws IOException {
    Path module = module("issuer");
    jar(module.resolve("target/local-issuer-0.1.0-SNAPSHOT.jar"), "a", Instant.EPOCH);

    assertThat(BootJar.of(module).path()).hasFileName("local-issuer-0.1.0-SNAPSHOT.jar");
  }

  @Test
  void isMissedWithASentence() {
    assertThatThrownBy(() -> BootJar.of(folder.resolve("payout-service")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is not built");
  }

  @Test
  void hasTheSameFingerprintWhenTheSameIsPackedAgain() throws IOException {
    String first = jar(folder.resolve("1.jar"), "a", Instant.EPOCH).fingerprint();

    assertThat(jar(folder.resolve("2.jar"), "a", Instant.EPOCH.plusSeconds(86_400)).fingerprint())
        .isEqualTo(first);
    assertThat(jar(folder.resolve("3.jar"), "b", Instant.EPOCH).fingerprint()).isNotEqualTo(first);
  }

  @Test
  void looksIntoTheJarsOfTheSameBuild() throws IOException {
    Instant later = Instant.EPOCH.plusSeconds(86_400);
    Path chassis = folder.resolve("chassis-0.1.0-SNAPSHOT.jar");
    jar(chassis, "a", Instant.EPOCH);
    String first = around(chassis, folder.resolve("1.jar")).fingerprint();

    jar(chassis, "a", later);
    assertThat(around(chassis, folder.resolve("2.jar")).fingerprint()).isEqualTo(first);
    jar(chassis, "b", Instant.EPOCH);
    assertThat(around(chassis, folder.resolve("3.jar")).fingerprint()).isNotEqualTo(first);
  }

  private static BootJar around(Path inner, Path outer) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(outer))) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/lib/" + inner.getFileName()));
      zip.write(Files.readAllBytes(inner));
    }
    return new BootJar(outer);
  }

  private Path module(String name) throws IOException {
    Path module = folder.resolve(name);
    Files.createDirectories(module.resolve("target"));
    return module;
  }

  private static BootJar jar(Path path, String content, Instant packed) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      ZipEntry entry = new ZipEntry("application.yaml");
      entry.setTimeLocal(packed.atOffset(ZoneOffset.UTC).toLocalDateTime());
      zip.putNextEntry(entry);
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return new BootJar(path);
  }
}
