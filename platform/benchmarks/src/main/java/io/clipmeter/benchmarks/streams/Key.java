package io.clipmeter.benchmarks.streams;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Keys of the stores. Ids compare as PostgreSQL has them, which decides ties. */
public final class Key {
  private Key() {}

  /** Ids one behind the other, so that those of one campaign stand together. */
  static byte[] of(UUID... ids) {
    ByteBuffer bytes = ByteBuffer.allocate(ids.length * 2 * Long.BYTES);
    for (UUID id : ids) {
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return bytes.array();
  }

  /** A campaign's round by its number. */
  static byte[] of(UUID campaign, long number) {
    return ByteBuffer.allocate(3 * Long.BYTES)
        .putLong(campaign.getMostSignificantBits())
        .putLong(campaign.getLeastSignificantBits())
        .putLong(number)
        .array();
  }

  /** The id at this place of a key, the first is 0. */
  public static UUID at(int place, byte[] key) {
    ByteBuffer bytes = ByteBuffer.wrap(key).position(place * 2 * Long.BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
