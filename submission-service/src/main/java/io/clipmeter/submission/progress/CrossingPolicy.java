package io.clipmeter.submission.progress;

import io.clipmeter.events.BudgetSpent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a budget has reached a threshold that it had not before. Pure. */
final class CrossingPolicy {
  private CrossingPolicy() {}

  /**
   * What follows.
   *
   * @param crossings the events that tell of a threshold above the one before, in their order; one
   *     that passes several tells of the highest
   * @param reached the threshold of each campaign after all of them, in percent; 0 below the first
   */
  record Outcome(List<BudgetSpent> crossings, Map<UUID, Integer> reached) {}

  /**
   * Compares each event with the one before. A higher budget takes a campaign below a threshold,
   * which it may cross again.
   *
   * @param before the thresholds that the campaigns had reached; 0 where one is missing
   * @param told in the order of each campaign
   */
  static Outcome of(Map<UUID, Integer> before, List<BudgetSpent> told) {
    List<BudgetSpent> crossings = new ArrayList<>();
    Map<UUID, Integer> reached = new HashMap<>(before);
    for (BudgetSpent event : told) {
      Integer percent = event.alertPercent();
      int now = percent == null ? 0 : percent;
      Integer then = reached.put(event.campaignId(), now);
      if (now > (then == null ? 0 : then)) {
        crossings.add(event);
      }
    }
    return new Outcome(List.copyOf(crossings), Map.copyOf(reached));
  }
}
