package io.clipmeter.chassis.security;

import io.clipmeter.chassis.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The secret of cron services, which can call a URL and send a header but hold no token: {@code
 * Authorization: Bearer CRON_SECRET}.
 */
public final class CronSecret {
  private static final int LEAST = 16;
  private static final ProblemType REFUSED =
      new ProblemType("unauthenticated", 401, "A valid bearer token is required");

  private final byte[] header;

  /**
   * @param secret visible ASCII without blanks, 16 characters or more; empty where there is none:
   *     nobody is let in then
   */
  CronSecret(String secret) {
    if (!secret.isEmpty() && !secret.matches("[!-~]{" + LEAST + ",200}")) {
      throw new IllegalArgumentException(
          "CRON_SECRET must be 16 to 200 visible characters without blanks");
    }
    this.header = secret.isEmpty() ? new byte[0] : bytes("Bearer " + secret);
  }

  /**
   * Lets a request pass that brings the secret. How much of it was right cannot be told from the
   * time that this takes.
   *
   * @param authorization the header; null where there is none
   * @throws io.clipmeter.chassis.problem.ProblemException 401 otherwise
   */
  public void check(@Nullable String authorization) {
    byte[] brought = bytes(authorization == null ? "" : authorization);
    if (header.length == 0 || !MessageDigest.isEqual(header, brought)) {
      throw REFUSED.because("The header must be Authorization: Bearer and the CRON_SECRET.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
