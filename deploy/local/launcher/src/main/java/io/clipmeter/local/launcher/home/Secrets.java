package io.clipmeter.local.launcher.home;

import io.clipmeter.local.launcher.disk.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Passwords and keys, drawn once and kept in {@code .clipmeter/secrets} with mode 600. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  public Secrets(Home home) {
    this.folder = home.secrets();
  }

  /** The password of a database role: 32 hexadecimal digits. */
  public String databasePassword(String role) {
    return kept("database-" + role, () -> HexFormat.of().formatHex(random(16)));
  }

  /** The key that encrypts payout details: 32 bytes in base64. */
  public String payoutDetailsKey() {
    return kept("payout-details-key", () -> Base64.getEncoder().encodeToString(random(32)));
  }

  /** The key that seals tokens of connected accounts: 32 bytes in base64. */
  public String trackingSecretsKey() {
    return kept("tracking-secrets-key", () -> Base64.getEncoder().encodeToString(random(32)));
  }

  /** Where the development issuer keeps its signing key, so that tokens survive a restart. */
  public Path issuerKeyFile() {
    PrivateFiles.makeFolder(folder);
    return folder.resolve("issuer-key.json");
  }

  private String kept(String name, Supplier<String> draw) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        PrivateFiles.makeFolder(folder);
        PrivateFiles.write(file, draw.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
