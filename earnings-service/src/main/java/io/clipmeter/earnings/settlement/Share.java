package io.clipmeter.earnings.settlement;

/**
 * What one clip gets in one settlement.
 *
 * @param rationed whether it got less than it was due, because the budget ended
 */
record Share(ClipReading clip, long micros, boolean rationed) {

  /** What the clip has earned in all, this share included. */
  long totalMicros() {
    return Math.addExact(clip.accruedMicros(), micros);
  }
}
