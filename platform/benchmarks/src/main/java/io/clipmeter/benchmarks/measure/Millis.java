package io.clipmeter.benchmarks.measure;

import java.util.List;

/** How long each of many things took, in milliseconds, the shortest first. */
public record Millis(List<Double> sorted) {

  /** Of at least one, in any order. */
  public static Millis of(List<Double> millis) {
    if (millis.isEmpty()) {
      throw new IllegalArgumentException("nothing was timed");
    }
    return new Millis(millis.stream().sorted().toList());
  }

  /** What this share of them did not exceed: 1 to 100. */
  public double percentile(int percent) {
    return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
  }
}
