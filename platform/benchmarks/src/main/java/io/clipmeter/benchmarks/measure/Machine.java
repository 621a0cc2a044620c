package io.clipmeter.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What this runs on. Figures of two machines are not to be compared; ratios perhaps. */
public final class Machine {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Machine() {}

  /** Cores, memory, system and Java in one line. */
  public static String describe() {
    return String.format(
        Locale.ROOT,
        "machine: %d cores, %.0f GB, %s %s, JDK %s",
        Runtime.getRuntime().availableProcessors(),
        SYSTEM.getTotalMemorySize() / (1024.0 * 1024 * 1024),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version());
  }

  /** How many programs want a core at this moment; with a benchmark of one's own among them. */
  public static String load() {
    return String.format(Locale.ROOT, "%.1f", SYSTEM.getSystemLoadAverage());
  }
}
