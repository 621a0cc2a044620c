package io.clipmeter.benchmarks.measure;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the processes of a run have spent.
 *
 * @param cpuNanos processor time, by process
 * @param walBytes what PostgreSQL has written to its log
 */
public record Usage(Map<String, Long> cpuNanos, long walBytes) {

  /** Of nothing that was measured. */
  public static final Usage NONE = new Usage(Map.of(), 0);

  /** What was spent after that; a process that did not live then began with nothing. */
  public Usage since(Usage before) {
    Map<String, Long> spent = new TreeMap<>();
    cpuNanos.forEach(
        (process, now) -> spent.put(process, now - before.cpuNanos.getOrDefault(process, 0L)));
    return new Usage(spent, walBytes - before.walBytes);
  }

  /** Processor time of all processes. */
  public long allCpuNanos() {
    return cpuNanos.values().stream().mapToLong(Long::longValue).sum();
  }
}
