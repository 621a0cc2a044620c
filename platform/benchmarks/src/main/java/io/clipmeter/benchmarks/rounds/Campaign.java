package io.clipmeter.benchmarks.rounds;

import java.util.List;
import java.util.UUID;

/**
 * A campaign and all that is read of its clips.
 *
 * @param cpmMicros what 1,000 views pay
 * @param clips in the order of their ids as PostgreSQL has it, which decides ties
 */
public record Campaign(
    UUID id, long cpmMicros, long budgetMicros, List<Clip> clips, List<Round> rounds) {

  /** A clip that earns for what it has above its baseline. */
  public record Clip(UUID id, String clipperId, long baseline) {}

  /**
   * One closed round.
   *
   * @param number from 1
   * @param views what was read of each clip, in the order of the clips
   */
  public record Round(UUID id, int number, List<Long> views) {}

  Campaign withBudget(long micros) {
    return new Campaign(id, cpmMicros, micros, clips, rounds);
  }

  Campaign beforeLastRound() {
    return first(rounds.size() - 1);
  }

  /** The same with its first rounds alone. */
  public Campaign first(int count) {
    return new Campaign(id, cpmMicros, budgetMicros, clips, rounds.subList(0, count));
  }

  /** How many readings all its rounds have. */
  public long observations() {
    return (long) clips.size() * rounds.size();
  }

  /** In the order of the clips. */
  public UUID[] clipIds() {
    return clips.stream().map(Clip::id).toArray(UUID[]::new);
  }
}
