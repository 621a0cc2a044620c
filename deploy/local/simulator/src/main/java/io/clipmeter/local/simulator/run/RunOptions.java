package io.clipmeter.local.simulator.run;

import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to be run.
 *
 * @param timeoutSecs the run is stopped after so many seconds; 0 for never
 * @param memoryMbytes a power of two
 * @param maxItems caps what is charged, not what is returned
 * @param maxTotalChargeUsd caps the charge, and with it the items
 */
public record RunOptions(
    int timeoutSecs,
    int memoryMbytes,
    @Nullable Integer maxItems,
    @Nullable BigDecimal maxTotalChargeUsd,
    String build) {
  private static final int TIMEOUT_DEFAULT = 300;
  private static final int TIMEOUT_MAX = 7 * 24 * 3600;
  private static final int MEMORY_DEFAULT = 1024;
  private static final int MEMORY_MIN = 128;
  private static final int MEMORY_MAX = 32_768;
  private static final Pattern USD = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  static RunOptions of(Request request) {
    return new RunOptions(
        request.number("timeout", 0, TIMEOUT_MAX).orElse((long) TIMEOUT_DEFAULT).intValue(),
        memory(request.number("memory", 0, Integer.MAX_VALUE).orElse((long) MEMORY_DEFAULT)),
        request.number("maxItems", 1, Integer.MAX_VALUE).map(Long::intValue).orElse(null),
        request.query("maxTotalChargeUsd").map(RunOptions::usd).orElse(null),
        request.query("build").orElse("latest"));
  }

  private static int memory(long megabytes) {
    if (megabytes < MEMORY_MIN || Long.bitCount(megabytes) != 1) {
      throw Refused.invalid("Parameter \"memory\" must be a power of 2 of at least 128");
    }
    if (megabytes > MEMORY_MAX) {
      throw new Refused(
          402,
          "actor-memory-limit-exceeded",
          ("By launching this job you will exceed the memory limit of %dMB for all your Actor runs"
                  + " and builds (currently used: 0MB, requested: %dMB). Please consider an upgrade"
                  + " to a paid subscription plan.")
              .formatted(MEMORY_MAX, megabytes));
    }
    return (int) megabytes;
  }

  private static BigDecimal usd(String text) {
    if (!USD.matcher(text).matches()) {
      throw Refused.invalid("Parameter \"maxTotalChargeUsd\" must be a positive number");
    }
    return new BigDecimal(text);
  }
}
