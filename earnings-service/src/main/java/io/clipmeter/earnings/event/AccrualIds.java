package io.clipmeter.earnings.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The ids of accruals: the same fact always has the same one, whoever tells it and how often. They
 * are those of {@link UUID#nameUUIDFromBytes}, which looks for its digest anew each time. Not
 * thread-safe.
 */
final class AccrualIds {
  private static final long VERSION_3 = 0x3000L;
  private static final long VERSION_BITS = 0xF000L;
  private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

  private final MessageDigest md5;
  private UUID round = new UUID(0, 0);
  private byte[] prefix = prefix(round);

  AccrualIds() {
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static byte[] prefix(UUID round) {
    return ("accrual:" + round + ":").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Of what a clip earned in a round. */
  UUID of(UUID ofRound, UUID clip) {
    if (!ofRound.equals(round)) {
      round = ofRound;
      prefix = prefix(ofRound);
    }
    md5.update(prefix);
    ByteBuffer hash =
        ByteBuffer.wrap(md5.digest(clip.toString().getBytes(StandardCharsets.ISO_8859_1)));
    return new UUID(
        hash.getLong() & ~VERSION_BITS | VERSION_3, hash.getLong() & ~VARIANT_BITS | VARIANT_2);
  }
}
