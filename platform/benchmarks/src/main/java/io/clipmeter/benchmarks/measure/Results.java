package io.clipmeter.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What each side did in each turn that counted. */
public final class Results {
  /** A process that only waited, in microseconds for each thing. */
  private static final double WORTH_TELLING = 0.05;

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
        .forEach(peer -> ratios.put("vs_" + peer, ratio(subject, peer)));
    return new Report(bench, quick, unit, notes, each(Run::rate), each(Run::cpuMicros), ratios)
        .with(figures());
  }

  /** Who spent the processor's time, and how much of PostgreSQL's log was written: medians. */
  private Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    bySide.forEach(
        (side, runs) -> {
          Set<String> processes = new TreeSet<>();
          runs.forEach(run -> processes.addAll(run.spent().cpuNanos().keySet()));
          for (String process : processes) {
            double processorTime = median(runs, run -> run.cpuMicros(process));
            if (processorTime >= WORTH_TELLING) {
              figures.put(side + "_by_" + process + "_cpu_us", processorTime);
            }
          }
          double wal = median(runs, Run::walBytes);
          if (wal >= 1) {
            figures.put(side + "_wal_bytes", wal);
          }
        });
    return figures;
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).boxed().toList()).median();
  }

  /** How many times as fast as another side this one was in the same turn. */
  public Spread ratio(String side, String other) {
    List<Run> runs = runs(side);
    List<Run> others = runs(other);
    return Spread.of(
        IntStream.range(0, runs.size())
            .mapToObj(turn -> runs.get(turn).rate() / others.get(turn).rate())
            .toList());
  }

  private Map<String, Spread> each(ToDoubleFunction<Run> figure) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    bySide.forEach(
        (side, runs) ->
            spreads.put(side, Spread.of(runs.stream().mapToDouble(figure).boxed().toList())));
    return spreads;
  }

  private List<Run> runs(String side) {
    return bySide.getOrDefault(side, List.of());
  }
}
