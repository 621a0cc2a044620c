package io.clipmeter.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What each side did in each turn that counted. */
public final class Results {
  private final Map<String, List<Run>> bySide = new LinkedHashMap<>();
  private final String subject;

  /**
   * Nothing yet.
   *
   * @param subject the side that the others are peers of
   */
  Results(String subject) {
    this.subject = subject;
  }

  void add(String side, Run run) {
    bySide.computeIfAbsent(side, name -> new ArrayList<>()).add(run);
  }

  /** How many turns counted. */
  public int turns() {
    return runs(subject).size();
  }

  /**
   * All figures; there is a ratio {@code vs_<peer>} for each peer: how many times as fast as it the
   * subject was in the same turn.
   */
  public Report report(String bench, boolean quick, String unit, List<String> notes) {
    Map<String, Spread> ratios = new LinkedHashMap<>();
    bySide.keySet().stream()
        .filter(side -> !side.equals(subject))
        .forEach(peer -> ratios.put("vs_" + peer, ratio(peer)));
    return new Report(bench, quick, unit, notes, each(Run::rate), each(Run::cpuMicros), ratios);
  }

  private Map<String, Spread> each(ToDoubleFunction<Run> figure) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    bySide.forEach(
        (side, runs) ->
            spreads.put(side, Spread.of(runs.stream().mapToDouble(figure).boxed().toList())));
    return spreads;
  }

  private Spread ratio(String peer) {
    List<Run> runs = runs(subject);
    List<Run> peers = runs(peer);
    return Spread.of(
        IntStream.range(0, runs.size())
            .mapToObj(turn -> runs.get(turn).rate() / peers.get(turn).rate())
            .toList());
  }

  private List<Run> runs(String side) {
    return bySide.getOrDefault(side, List.of());
  }
}
