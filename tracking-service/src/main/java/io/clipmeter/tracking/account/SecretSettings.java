package io.clipmeter.tracking.account;

import io.clipmeter.chassis.secret.SealingKeys;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that tokens are sealed with. To rotate: the new key becomes {@code key}, the one before
 * moves to {@code oldKeys}.
 *
 * @param key 32 bytes in base64, the environment's {@code TRACKING_SECRETS_KEY}; empty where no
 *     token is to be stored
 * @param oldKeys likewise, {@code TRACKING_SECRETS_OLD_KEYS}, divided by commas; they open what was
 *     sealed with them and seal nothing
 */
@ConfigurationProperties("clipmeter.tracking.secrets")
record SecretSettings(@DefaultValue("") String key, @DefaultValue List<String> oldKeys) {
  private static final SealingKeys.Names NAMES =
      new SealingKeys.Names(
          "clipmeter tracking secrets", "TRACKING_SECRETS_KEY", "TRACKING_SECRETS_OLD_KEYS");

  /**
   * @throws IllegalArgumentException where a key is not 32 bytes, or there are old ones only; the
   *     message does not contain it
   */
  SecretSettings {
    oldKeys = List.copyOf(oldKeys);
    if (key.isBlank() && !oldKeys.isEmpty()) {
      throw new IllegalArgumentException(
          "TRACKING_SECRETS_OLD_KEYS is set, but TRACKING_SECRETS_KEY is missing");
    }
    if (!key.isBlank()) {
      SealingKeys.read(NAMES, key, oldKeys);
    }
  }

  /** All keys; empty where there is none. */
  Optional<SealingKeys> keys() {
    return key.isBlank() ? Optional.empty() : Optional.of(SealingKeys.read(NAMES, key, oldKeys));
  }

  /** Says nothing of the keys. */
  @Override
  public String toString() {
    return "SecretSettings[...]";
  }
}
