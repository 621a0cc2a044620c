package io.clipmeter.benchmarks.settlement;

import java.util.List;
import java.util.UUID;

/**
 * A campaign and all that is read of its clips.
 *
 * @param cpmMicros what 1,000 views pay
 * @param clips in the order of their ids as PostgreSQL has it, which decides ties
 */
record Campaign(UUID id, long cpmMicros, long budgetMicros, List<Clip> clips, List<Round> rounds) {

  /** A clip that earns for what it has above its baseline. */
  record Clip(UUID id, String clipperId, long baseline) {}

  /**
   * One closed round.
   *
   * @param number from 1
   * @param views what was read of each clip, in the order of the clips
   */
  record Round(UUID id, int number, List<Long> views) {}

  Campaign withBudget(long micros) {
    return new Campaign(id, cpmMicros, micros, clips, rounds);
  }

  Campaign beforeLastRound() {
    return new Campaign(id, cpmMicros, budgetMicros, clips, rounds.subList(0, rounds.size() - 1));
  }

  long observations() {
    return (long) clips.size() * rounds.size();
  }

  UUID[] clipIds() {
    return clips.stream().map(Clip::id).toArray(UUID[]::new);
  }
}
