package io.clipmeter.benchmarks.measure;

import java.util.List;

/** The smallest, middle and largest of several figures. */
public record Spread(double min, double median, double max) {

  /**
   * Of at least one figure; the median of an even number of them is half-way between the middle
   * two.
   */
  public static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int half = sorted.size() / 2;
    double upper = sorted.get(half);
    double median = sorted.size() % 2 == 1 ? upper : (sorted.get(half - 1) + upper) / 2;
    return new Spread(sorted.getFirst(), median, sorted.getLast());
  }
}
