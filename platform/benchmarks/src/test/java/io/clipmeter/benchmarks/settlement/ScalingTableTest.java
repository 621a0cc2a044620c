package io.clipmeter.benchmarks.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Usage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingTableTest {
  private static final long SECOND = 1_000_000_000;

  private final ScalingTable table = new ScalingTable();

  @Test
  void aLineHasTheMiddleOfAllRunsUnderOneCondition() {
    table.add("clips_10", run(1_000));
    table.add("clips_10", run(3_000));
    table.add("clips_10", run(2_000));
    table.add("clips_100", run(5_000));

    assertThat(table.lines()).hasSize(3);
    assertThat(table.lines().get(1).split("\\s+"))
        .containsExactly("clips_10", "2,000", "6.0", "4.0", "2.0", "300");
    assertThat(table.lines().get(2)).startsWith("clips_100 ").contains("5,000");
    assertThat(table.figures())
        .containsEntry("clips_10_per_s", 2_000.0)
        .containsEntry("clips_10_by_postgres_cpu_us", 2.0)
        .containsEntry("clips_100_wal_bytes", 300.0);
  }

  private static Run run(int count) {
    Usage usage =
        new Usage(
            Map.of("earnings_service", 4_000L * count, "postgres", 2_000L * count), 300L * count);
    return new Run(count, SECOND, usage);
  }
}
