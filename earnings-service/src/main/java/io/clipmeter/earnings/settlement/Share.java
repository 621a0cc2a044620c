package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Segment;

/**
 * What one clip gets in one settlement.
 *
 * @param dueMicros what it was due
 * @param micros what it gets, at most that
 * @param reason why
 * @param after the segment that is open for it afterwards
 */
public record Share(ClipReading clip, long dueMicros, long micros, Reason reason, Segment after) {

  /** What the clip has earned in all, this share included. */
  long totalMicros() {
    return Math.addExact(clip.accruedMicros(), micros);
  }

  boolean rationed() {
    return reason == Reason.RATIONED;
  }
}
