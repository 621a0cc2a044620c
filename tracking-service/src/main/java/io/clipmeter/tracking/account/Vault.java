package io.clipmeter.tracking.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.chassis.secret.SealingKeys;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals tokens and keys before they are stored, and opens them for whoever calls a provider. */
@Component
class Vault {
  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
  private static final ProblemType NO_KEY =
      new ProblemType("secrets-key-missing", 409, "No secret can be stored here");

  private final Optional<SealingKeys> keys;

  Vault(SecretSettings settings) {
    this.keys = settings.keys();
  }

  /** Refuses before anything is done that could not be finished. */
  void mustBeOpen() {
    sealing();
  }

  Envelope seal(UUID owner, String secret) {
    return sealing().seal(owner, secret.getBytes(UTF_8));
  }

  private SealingKeys sealing() {
    return keys.orElseThrow(
        () ->
            NO_KEY.because(
                "The service was started without TRACKING_SECRETS_KEY; nothing was done."));
  }

  /**
   * What was sealed; empty where its key is not here, so that one lost secret stops nobody else.
   */
  Optional<String> open(UUID owner, Envelope envelope) {
    if (keys.isEmpty()) {
      LOG.warn("the secret of {} does not open: TRACKING_SECRETS_KEY is missing", owner);
      return Optional.empty();
    }
    try {
      return Optional.of(new String(keys.get().open(owner, envelope), UTF_8));
    } catch (IllegalStateException closed) {
      LOG.warn("the secret of {} does not open: {}", owner, closed.getMessage());
      return Optional.empty();
    }
  }
}
