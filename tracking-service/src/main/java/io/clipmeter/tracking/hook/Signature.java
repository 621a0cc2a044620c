package io.clipmeter.tracking.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a call is signed with: an HMAC-SHA-256 over its body, byte by byte, and its time.
 *
 * @param mac in hexadecimal digits or base64: which of them is not documented
 * @param timestamp seconds or milliseconds since 1970
 */
record Signature(@Nullable String mac, @Nullable String timestamp) {
  private static final long MILLIS_FROM = 100_000_000_000L;

  /** Whether the body is what somebody who knows the secret has sent about now. */
  boolean holds(String secret, byte[] body, Instant now, Duration ageMax) {
    if (mac == null || timestamp == null || !timestamp.matches("[0-9]{10,14}")) {
      return false;
    }
    long number = Long.parseLong(timestamp);
    Instant at =
        number >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    boolean fresh = Duration.between(at, now).abs().compareTo(ageMax) <= 0;
    return fresh && MessageDigest.isEqual(mac(secret, body), read(mac));
  }

  private static byte[] mac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA-256", e);
    }
  }

  /** Empty, and so equal to no MAC, where it is neither. */
  private static byte[] read(String text) {
    try {
      return text.length() == 64
          ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException neither) {
      return new byte[0];
    }
  }
}
