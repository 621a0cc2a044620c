package io.clipmeter.local.launcher.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to start the process of one part.
 *
 * @param part the part's name, for example {@code tracking}
 * @param command the program and its arguments
 * @param environment what the program gets besides the basic variables of the caller; may hold
 *     secrets
 * @param directory the working directory
 * @param log the file that both output streams are appended to
 */
public record Launch(
    String part, List<String> command, Map<String, String> environment, Path directory, Path log) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Differs when the command or the environment differs; tells whether a running process is out of
   * date.
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      command.forEach(word -> add(digest, word));
      new TreeMap<>(environment).forEach((name, value) -> add(digest, name + "=" + value));
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
