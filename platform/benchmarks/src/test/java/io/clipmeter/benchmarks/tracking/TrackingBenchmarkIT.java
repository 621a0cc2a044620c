package io.clipmeter.benchmarks.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.tracking.Plan.Far;
import io.clipmeter.benchmarks.tracking.Plan.Process;
import io.clipmeter.benchmarks.tracking.Work.Size;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole benchmark, as small as can be: it proves its own work, and how fast is no matter. */
class TrackingBenchmarkIT {
  private static final Plan TINY =
      new Plan(
          new Size(4, 10, 20),
          1,
          0,
          1,
          Duration.ZERO,
          new LongHistory(3, 10, 5),
          20,
          1,
          new Far(Duration.ofMillis(1), Duration.ofMillis(100)),
          new Process(List.of("-XX:TieredStopAtLevel=1"), Duration.ofMillis(200)));

  @Test
  @Timeout(1_800)
  void readsEachClipOnceAndTellsAllFigures() throws Exception {
    Report report = new TrackingBenchmark(TINY, TINY).run(true, System.err::println);

    assertThat(report.ratios()).containsOnlyKeys("vs_source", "vs_provider_limit");
    assertThat(report.figures())
        .hasEntrySatisfying("calls", calls -> assertThat(calls).isGreaterThanOrEqualTo(4))
        .containsKeys(
            "calls_vs_fewest",
            "calls_in_any_minute",
            "claim_p99_ms",
            "history_page_p99_ms",
            "live_heap_10_due_mb",
            "live_heap_30_due_mb");
    assertThat(report.json()).contains("\"calls\":", "\"service_by_tracking_service_cpu_us\":");
  }
}
