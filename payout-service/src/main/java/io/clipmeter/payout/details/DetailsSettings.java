package io.clipmeter.payout.details;

import io.clipmeter.chassis.secret.SealingKeys;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that payout details are encrypted with. To rotate: the new key becomes {@code key}, the
 * one before moves to {@code oldKeys}. Where several instances run, the new key is an old one of
 * all of them first, so that each opens what another has sealed.
 *
 * @param key 32 bytes in base64, the environment's {@code PAYOUT_DETAILS_KEY}
 * @param oldKeys likewise, {@code PAYOUT_DETAILS_OLD_KEYS}, divided by commas; they open what was
 *     sealed with them, recognize repetitions of requests from their time, and seal nothing
 */
@ConfigurationProperties("clipmeter.payout.details")
record DetailsSettings(@DefaultValue("") String key, @DefaultValue List<String> oldKeys) {
  // The purpose is part of what was stored: another one and no fingerprint of before is recognized.
  private static final SealingKeys.Names NAMES =
      new SealingKeys.Names(
          "clipmeter payout details", "PAYOUT_DETAILS_KEY", "PAYOUT_DETAILS_OLD_KEYS");

  /**
   * @throws IllegalArgumentException where a key is missing or not 32 bytes; the message does not
   *     contain it
   */
  DetailsSettings {
    if (key.isBlank()) {
      throw new IllegalArgumentException(
          "PAYOUT_DETAILS_KEY is missing: set it to 32 random bytes in base64, as `openssl rand"
              + " -base64 32` makes them");
    }
    oldKeys = List.copyOf(oldKeys);
    SealingKeys.read(NAMES, key, oldKeys);
  }

  /** All keys, the current one first. */
  SealingKeys keys() {
    return SealingKeys.read(NAMES, key, oldKeys);
  }

  /** The id of the current key, which is kept beside what it has sealed. */
  String keyId() {
    return id(key);
  }

  /** The ids of the old keys. */
  List<String> oldKeyIds() {
    return oldKeys.stream().map(DetailsSettings::id).filter(id -> !id.equals(keyId())).toList();
  }

  private static String id(String key) {
    return SealingKeys.read(NAMES, key, List.of()).seal(new UUID(0, 0), new byte[0]).keyId();
  }

  /** Says nothing of the keys. */
  @Override
  public String toString() {
    return "DetailsSettings[...]";
  }
}
