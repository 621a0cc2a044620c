package io.clipmeter.benchmarks.streams;

import java.nio.ByteBuffer;

/** A campaign as the store has it, under its id. */
public record CampaignRow(long cpmMicros, long budgetMicros, long spentMicros) {

  /** As it is stored. */
  public static CampaignRow of(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new CampaignRow(bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  byte[] stored() {
    return ByteBuffer.allocate(3 * Long.BYTES)
        .putLong(cpmMicros)
        .putLong(budgetMicros)
        .putLong(spentMicros)
        .array();
  }

  long remaining() {
    return budgetMicros - spentMicros;
  }

  CampaignRow paid(long amount) {
    return new CampaignRow(cpmMicros, budgetMicros, Math.addExact(spentMicros, amount));
  }
}
