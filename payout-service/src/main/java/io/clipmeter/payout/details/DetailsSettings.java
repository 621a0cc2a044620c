package io.clipmeter.payout.details;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that payout details are encrypted with. To rotate: the new key becomes {@code key}, the
 * one before moves to {@code oldKeys}.
 *
 * @param key 32 bytes in base64, the environment's {@code PAYOUT_DETAILS_KEY}
 * @param oldKeys likewise, {@code PAYOUT_DETAILS_OLD_KEYS}, divided by commas; they open what was
 *     sealed with them, recognize repetitions of requests from their time, and seal nothing
 */
@ConfigurationProperties("clipmeter.payout.details")
record DetailsSettings(@DefaultValue("") String key, @DefaultValue List<String> oldKeys) {

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
    read("PAYOUT_DETAILS_KEY", key);
    oldKeys.forEach(old -> read("PAYOUT_DETAILS_OLD_KEYS", old));
  }

  /** All keys, the current one first. */
  List<DetailsKey> keys() {
    List<DetailsKey> keys = new ArrayList<>();
    keys.add(read("PAYOUT_DETAILS_KEY", key));
    oldKeys.forEach(old -> keys.add(read("PAYOUT_DETAILS_OLD_KEYS", old)));
    return List.copyOf(keys);
  }

  private static DetailsKey read(String name, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // Without the cause: it would quote a part of the key.
      throw new IllegalArgumentException(name + " is not base64");
    }
    if (bytes.length != DetailsKey.BYTES) {
      throw new IllegalArgumentException(
          name + " must be " + DetailsKey.BYTES + " bytes in base64, not " + bytes.length);
    }
    return DetailsKey.of(bytes);
  }

  /** Says nothing of the keys. */
  @Override
  public String toString() {
    return "DetailsSettings[...]";
  }
}
