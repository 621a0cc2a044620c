package io.clipmeter.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came out: lines for people, and one line for programs.
 *
 * @param unit what the rates count, such as {@code observations/s}
 * @param notes how it was measured and on what
 * @param rates per side
 * @param cpuMicros per side: processor time of all processes for each thing
 * @param ratios by name, such as {@code vs_per_clip}
 * @param figures whatever else was measured, by a name that ends in its unit
 */
public record Report(
    String bench,
    boolean quick,
    String unit,
    List<String> notes,
    Map<String, Spread> rates,
    Map<String, Spread> cpuMicros,
    Map<String, Spread> ratios,
    Map<String, Double> figures) {
  private static final String ROW = "%-18s %12s %12s %12s";

  /** Rates and ratios alone. */
  public Report(
      String bench,
      boolean quick,
      String unit,
      List<String> notes,
      Map<String, Spread> rates,
      Map<String, Spread> cpuMicros,
      Map<String, Spread> ratios) {
    this(bench, quick, unit, notes, rates, cpuMicros, ratios, Map.of());
  }

  /** Figures alone, of something that has no peer. */
  public static Report of(
      String bench, boolean quick, List<String> notes, Map<String, Double> figures) {
    return new Report(bench, quick, "", notes, Map.of(), Map.of(), Map.of(), figures);
  }

  /** The same with more figures. */
  public Report with(Map<String, Double> more) {
    Map<String, Double> all = new LinkedHashMap<>(figures);
    all.putAll(more);
    return new Report(bench, quick, unit, notes, rates, cpuMicros, ratios, all);
  }

  /** The same with another ratio in the place of one. */
  public Report replacing(String ratio, String by, Spread spread) {
    Map<String, Spread> others = new LinkedHashMap<>(ratios);
    others.remove(ratio);
    others.put(by, spread);
    return new Report(bench, quick, unit, notes, rates, cpuMicros, others, figures);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(notes);
    if (!rates.isEmpty()) {
      lines.add("");
      lines.add(ROW.formatted(unit, "median", "lowest", "highest"));
      rates.forEach((name, spread) -> lines.add(row(name, spread, "%,.0f")));
      lines.add("");
      lines.add(ROW.formatted("CPU us for each", "", "", ""));
      cpuMicros.forEach((name, spread) -> lines.add(row(name, spread, "%,.1f")));
      lines.add("");
      lines.add(ROW.formatted("ratio of rates", "", "", ""));
      ratios.forEach((name, spread) -> lines.add(row(name, spread, "%.3f")));
    }
    if (!figures.isEmpty()) {
      lines.add("");
      figures.forEach(
          (name, figure) -> lines.add(String.format(Locale.ROOT, "%-46s %,.3f", name, figure)));
    }
    return lines;
  }

  private static String row(String name, Spread spread, String figure) {
    return ROW.formatted(
        name,
        String.format(Locale.ROOT, figure, spread.median()),
        String.format(Locale.ROOT, figure, spread.min()),
        String.format(Locale.ROOT, figure, spread.max()));
  }

  /** For programs: one JSON object on one line. A spread is the lowest and the highest figure. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bench", bench);
    json.put("quick", quick);
    json.put("ratios", medians(ratios));
    json.put("rates", medians(rates));
    Map<String, List<Double>> spread = new LinkedHashMap<>();
    ratios.forEach((name, s) -> spread.put(name, List.of(rounded(s.min()), rounded(s.max()))));
    rates.forEach((name, s) -> spread.put(name, List.of(rounded(s.min()), rounded(s.max()))));
    json.put("spread", spread);
    if (!figures.isEmpty()) {
      Map<String, Double> others = new LinkedHashMap<>();
      figures.forEach((name, figure) -> others.put(name, rounded(figure)));
      json.put("figures", others);
    }
    return new JsonMapper().writeValueAsString(json);
  }

  private static Map<String, Double> medians(Map<String, Spread> spreads) {
    Map<String, Double> medians = new LinkedHashMap<>();
    spreads.forEach((name, spread) -> medians.put(name, rounded(spread.median())));
    return medians;
  }

  /** Four decimals: no clock here is better than that. */
  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
