package io.clipmeter.local.issuer;

import java.util.Optional;
import org.springframework.core.env.Environment;

/** Decides whether this is the local stack, the only place where the issuer may run. */
final class LocalOnly {
  static final String LOOPBACK = "127.0.0.1";

  private LocalOnly() {}

  /** The sentence that says why the issuer must not start here; empty where it may. */
  static Optional<String> refusal(Environment environment) {
    if (!"true".equals(environment.getProperty("clipmeter.local"))) {
      return Optional.of(
          "The development issuer has public passwords and runs in the local stack only:"
              + " set CLIPMETER_LOCAL=true if this is one.");
    }
    String address = environment.getProperty("server.address");
    if (!LOOPBACK.equals(address)) {
      return Optional.of(
          "The development issuer listens on %s only, but server.address is %s."
              .formatted(LOOPBACK, address));
    }
    return Optional.empty();
  }
}
