package io.clipmeter.chassis.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key: seals and opens with AES-256-GCM, bound to the id of what is sealed, so that an envelope
 * moved to another row does not open.
 */
final class SealingKey {
  static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final SecretKey sealing;
  private final SecretKey fingerprinting;

  private SealingKey(String id, SecretKey sealing, SecretKey fingerprinting) {
    this.id = id;
    this.sealing = sealing;
    this.fingerprinting = fingerprinting;
  }

  /** The id of a key is made from it, so nobody has to choose one or can mix two up. */
  static SealingKey of(String purpose, byte[] secret) {
    SecretKey master = new SecretKeySpec(secret, "HKDF");
    return new SealingKey(
        HexFormat.of().formatHex(derive(master, purpose + " id").getEncoded(), 0, 8),
        new SecretKeySpec(secret, "AES"),
        derive(master, purpose + " fingerprint"));
  }

  String id() {
    return id;
  }

  Envelope seal(UUID owner, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return new Envelope(id, nonce, crypt(Cipher.ENCRYPT_MODE, owner, nonce, plain));
  }

  /**
   * @throws IllegalStateException where it was changed, belongs to another row or needs another key
   */
  byte[] open(UUID owner, Envelope envelope) {
    return crypt(Cipher.DECRYPT_MODE, owner, envelope.nonce(), envelope.ciphertext());
  }

  /** The same for the same bytes; without the key nobody can try which bytes gave it. */
  String fingerprint(byte[] plain) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(fingerprinting);
      return HexFormat.of().formatHex(mac.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA-256", e);
    }
  }

  private byte[] crypt(int mode, UUID owner, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bytes(owner));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what is sealed for " + owner + " does not open", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static SecretKey derive(SecretKey master, String purpose) {
    try {
      byte[] info = purpose.getBytes(US_ASCII);
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "HmacSHA256", HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM from 25 on has HKDF", e);
    }
  }
}
