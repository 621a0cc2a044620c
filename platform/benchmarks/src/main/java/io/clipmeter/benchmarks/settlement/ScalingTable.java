package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Runs under several conditions, a line for each. */
final class ScalingTable {
  private static final String SERVICE = "earnings_service";
  private static final String POSTGRES = "postgres";
  private static final String BROKER = "broker";

  private final Map<String, List<Run>> runs = new LinkedHashMap<>();

  void add(String condition, Run run) {
    runs.computeIfAbsent(condition, name -> new ArrayList<>()).add(run);
  }

  /** For people. */
  List<String> lines() {
    String row = "%-28s %12s %10s %10s %10s %10s";
    List<String> lines = new ArrayList<>();
    lines.add(row.formatted("", "observ./s", "CPU us", "service", "PostgreSQL", "WAL bytes"));
    runs.forEach(
        (condition, of) ->
            lines.add(
                row.formatted(
                    condition,
                    figure("%,.0f", median(of, Run::rate)),
                    figure("%,.1f", median(of, Run::cpuMicros)),
                    figure("%,.1f", median(of, run -> run.cpuMicros(SERVICE))),
                    figure("%,.1f", median(of, run -> run.cpuMicros(POSTGRES))),
                    figure("%,.0f", median(of, Run::walBytes)))));
    return lines;
  }

  private static String figure(String format, double figure) {
    return String.format(Locale.ROOT, format, figure);
  }

  /** For programs; microseconds and bytes are for each observation. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    runs.forEach(
        (condition, of) -> {
          figures.put(condition + "_per_s", median(of, Run::rate));
          figures.put(condition + "_cpu_us", median(of, Run::cpuMicros));
          for (String process : List.of(SERVICE, POSTGRES, BROKER)) {
            figures.put(
                condition + "_by_" + process + "_cpu_us",
                median(of, run -> run.cpuMicros(process)));
          }
          figures.put(condition + "_wal_bytes", median(of, Run::walBytes));
        });
    return figures;
  }

  private static double median(List<Run> of, ToDoubleFunction<Run> figure) {
    return Spread.of(of.stream().mapToDouble(figure).boxed().toList()).median();
  }
}
