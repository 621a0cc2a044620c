package io.clipmeter.benchmarks.measure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The sides one after the other, again and again: A B C A B C. A machine that slows down for a
 * while then slows all of them, which is why only runs of the same turn are compared.
 *
 * @param counted how many turns there are at most after the first, which warms up and does not
 *     count; one counts in any case
 * @param end when no turn begins any more that would probably last beyond it, in {@link
 *     System#nanoTime()}
 */
public record Turns(int counted, long end) {

  /** As many as end within this time from now on. */
  public static Turns within(int counted, Duration time) {
    return new Turns(counted, System.nanoTime() + time.toNanos());
  }

  /**
   * Takes the turns.
   *
   * @param sides the last is what is measured, the others are its peers
   * @param work makes the work of a turn, new for each and the same for all sides
   */
  public <W> Results take(List<Side<W>> sides, IntFunction<W> work, Consumer<String> progress)
      throws Exception {
    Results results = new Results(sides.getLast().name());
    long longest = 0;
    for (int turn = 0; turn <= counted; turn++) {
      long start = System.nanoTime();
      if (turn > 1 && start + longest > end) {
        progress.accept("no time for turn " + turn);
        break;
      }
      take(turn, sides, work.apply(turn), results, progress);
      longest = Math.max(longest, System.nanoTime() - start);
    }
    return results;
  }

  private <W> void take(
      int turn, List<Side<W>> sides, W work, Results results, Consumer<String> progress)
      throws Exception {
    String label = turn == 0 ? "warm-up" : "turn " + turn + "/" + counted;
    for (Side<W> side : sides) {
      Run run = side.run(work);
      progress.accept(
          String.format(Locale.ROOT, "%s, %s: %,.0f/s", label, side.name(), run.rate()));
      if (turn > 0) {
        results.add(side.name(), run);
      }
    }
  }
}
