package io.clipmeter.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The sides one after the other, again and again: A B C A B C. A machine that slows down for a
 * while then slows all of them, which is why only runs of the same turn are compared.
 *
 * @param warmUps turns at the beginning that do not count
 * @param counted turns that do, at least 1
 */
public record Turns(int warmUps, int counted) {

  /** What each side did in each counted turn. */
  public static final class Results {
    private final Map<String, List<Run>> bySide = new LinkedHashMap<>();

    void add(String side, Run run) {
      bySide.computeIfAbsent(side, name -> new ArrayList<>()).add(run);
    }

    /** How many per second a side did. */
    public Spread rate(String side) {
      return Spread.of(runs(side).stream().map(Run::rate).toList());
    }

    /** How many times as fast as another side it was, turn by turn. */
    public Spread ratio(String side, String other) {
      List<Run> runs = runs(side);
      List<Run> others = runs(other);
      return Spread.of(
          IntStream.range(0, runs.size())
              .mapToObj(turn -> runs.get(turn).rate() / others.get(turn).rate())
              .toList());
    }

    private List<Run> runs(String side) {
      return bySide.getOrDefault(side, List.of());
    }
  }

  /**
   * Takes all turns.
   *
   * @param work makes the work of a turn, new for each and the same for all sides
   */
  public <W> Results take(List<Side<W>> sides, IntFunction<W> work, Consumer<String> progress)
      throws Exception {
    Results results = new Results();
    for (int turn = 0; turn < warmUps + counted; turn++) {
      String label = turn < warmUps ? "warm-up" : "turn " + (turn - warmUps + 1) + "/" + counted;
      W done = work.apply(turn);
      for (Side<W> side : sides) {
        Run run = side.run(done);
        progress.accept(
            String.format(Locale.ROOT, "%s, %s: %,.0f/s", label, side.name(), run.rate()));
        if (turn >= warmUps) {
          results.add(side.name(), run);
        }
      }
    }
    return results;
  }
}
