package io.clipmeter.payout.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a call of PayPal is signed with, as its headers say: SHA-256 with RSA over {@code id | time
 * | webhook id | CRC-32 of the raw body}.
 */
record Signature(
    @Nullable String transmissionId,
    @Nullable String time,
    @Nullable String signature,
    @Nullable String certUrl,
    @Nullable String algorithm) {
  private static final String ALGORITHM = "SHA256withRSA";
  private static final int HEADER_MAX = 2000;

  /** Whether everything is there and of a form that is worth looking at. */
  boolean isComplete() {
    return isText(transmissionId)
        && isText(time)
        && isText(signature)
        && isText(certUrl)
        && ALGORITHM.equals(algorithm);
  }

  /** Whether the owner of this key has sent this body to this webhook. */
  boolean holds(PublicKey key, String webhookId, byte[] body) {
    if (signature == null) {
      return false;
    }
    CRC32 sum = new CRC32();
    sum.update(body);
    String signed = transmissionId + "|" + time + "|" + webhookId + "|" + sum.getValue();
    try {
      java.security.Signature verifier = java.security.Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(signed.getBytes(UTF_8));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      return false;
    }
  }

  private static boolean isText(@Nullable String header) {
    return header != null && !header.isEmpty() && header.length() <= HEADER_MAX;
  }
}
