package io.clipmeter.benchmarks.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.rounds.Workload.Size;
import io.clipmeter.benchmarks.service.EarningsService.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole benchmark and its parts, as small as can be: they prove their own work. */
@Timeout(1_800)
class SettlementBenchmarkIT {
  private static final Logger LOG = LoggerFactory.getLogger(SettlementBenchmarkIT.class);

  @Test
  void allSidesArriveAtTheSameSums() throws Exception {
    var plan =
        new SettlementBenchmark.Plan(new Size(11, 20, 2), new Size(11, 20, 2), 1, 1, Duration.ZERO);

    Report report = new SettlementBenchmark(plan, plan).run(true, LOG::info);

    assertThat(report.ratios())
        .containsOnlyKeys("vs_per_clip", "vs_kafka_streams", "vs_bare_sql", "hot_campaign");
    assertThat(report.figures())
        .containsKeys(
            "service_wal_bytes",
            "bare_sql_wal_bytes",
            "service_by_earnings_service_cpu_us",
            "kafka_streams_by_kafka_streams_cpu_us");
  }

  @Test
  void earningsAreTimedAtAnEvenPace() throws Exception {
    var plan = new LatencyPart.Plan(new Size(2, 50, 2), new Size(2, 100, 20), 1_000, 10);

    Report report = new LatencyPart(plan, plan).run(true, LOG::info);

    assertThat(report.figures()).containsKeys("latency_p50_ms", "latency_p99_ms");
    assertThat(report.figures().get("offered_per_s")).isLessThan(1_001);
  }

  @Test
  void largeRoundsAreTimedInFullAndRationed() throws Exception {
    var plan = new LargePart.Plan(Map.of(300, 2), 512);

    Report report = new LargePart(plan, plan).run(true, LOG::info);

    assertThat(report.figures())
        .containsOnlyKeys(
            "300_clips_settled_s",
            "300_clips_told_s",
            "300_clips_rationed_settled_s",
            "300_clips_rationed_told_s");
  }

  @Test
  void severalInstancesSettleEachRoundOnce() throws Exception {
    var plan =
        new ScalingPart.Plan(
            List.of(new Setup(2, 2, 384)), List.of(new Size(5, 20, 2), new Size(5, 10, 2)), 1);

    Report report = new ScalingPart(plan, plan).run(true, LOG::info);

    assertThat(report.figures())
        .containsKeys("partitions_2_instances_2_per_s", "clips_20_cpu_us", "clips_10_wal_bytes");
  }
}
