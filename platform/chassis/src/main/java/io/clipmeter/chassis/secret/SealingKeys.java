package io.clipmeter.chassis.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The keys of one kind of secret. The first seals; each opens what it has sealed. */
public final class SealingKeys {
  private final Names names;
  private final List<SealingKey> keys;

  private SealingKeys(Names names, List<SealingKey> keys) {
    this.names = names;
    this.keys = List.copyOf(keys);
  }

  /**
   * What a kind of secret and its keys are called.
   *
   * @param purpose part of what ids and fingerprints are made from: another one is another key
   * @param key the environment's variable of the current key, for messages
   * @param oldKeys the variable of those before it
   */
  public record Names(String purpose, String key, String oldKeys) {}

  /**
   * Reads keys.
   *
   * @param key 32 bytes in base64
   * @param oldKeys likewise; they open what was sealed with them, and seal nothing
   * @throws IllegalArgumentException where one is not 32 bytes in base64; the message does not
   *     contain it
   */
  public static SealingKeys read(Names names, String key, List<String> oldKeys) {
    List<SealingKey> keys = new ArrayList<>();
    keys.add(read(names.purpose(), names.key(), key));
    oldKeys.forEach(old -> keys.add(read(names.purpose(), names.oldKeys(), old)));
    return new SealingKeys(names, keys);
  }

  private static SealingKey read(String purpose, String variable, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // Without the cause: it would quote a part of the key.
      throw new IllegalArgumentException(variable + " is not base64");
    }
    if (bytes.length != SealingKey.BYTES) {
      throw new IllegalArgumentException(
          variable + " must be " + SealingKey.BYTES + " bytes in base64, not " + bytes.length);
    }
    return SealingKey.of(purpose, bytes);
  }

  /** Seals with the current key, bound to this id. */
  public Envelope seal(UUID owner, byte[] plain) {
    return keys.getFirst().seal(owner, plain);
  }

  /**
   * Opens what was sealed for this id.
   *
   * @throws IllegalStateException where it was changed or belongs to another id, or where its key
   *     is not here
   */
  public byte[] open(UUID owner, Envelope envelope) {
    return keys.stream()
        .filter(key -> key.id().equals(envelope.keyId()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the key " + envelope.keyId() + " is not in " + names.oldKeys()))
        .open(owner, envelope);
  }

  /**
   * What tells these bytes from others without giving them away: one by each key, in their order.
   */
  public List<String> fingerprints(byte[] plain) {
    return keys.stream().map(key -> key.fingerprint(plain)).toList();
  }
}
