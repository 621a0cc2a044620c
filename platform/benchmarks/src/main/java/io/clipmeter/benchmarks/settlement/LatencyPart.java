package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Millis;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.rounds.Workload.Size;
import io.clipmeter.benchmarks.service.EarningsService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long an earning takes to be visible while readings come evenly: from the last reading of a
 * round to each of its earnings events.
 */
final class LatencyPart implements Benchmark {
  private static final int SEED = 20_260_106;

  /**
   * How much is done.
   *
   * @param backlog is settled first, so that the service is warm
   * @param paced what comes evenly; the campaigns take turns with their rounds
   * @param perSecond how many readings come in a second
   * @param notCounted how many rounds, the first, warm up
   */
  record Plan(Size backlog, Size paced, int perSecond, int notCounted) {
    static Plan of(boolean quick) {
      return quick
          ? new Plan(new Size(5, 1_000, 2), new Size(10, 100, 20), 1_000, 100)
          : new Plan(new Size(20, 1_000, 5), new Size(10, 100, 90), 1_000, 300);
    }
  }

  private final Plan quick;
  private final Plan full;

  LatencyPart() {
    this(Plan.of(true), Plan.of(false));
  }

  LatencyPart(Plan quick, Plan full) {
    this.quick = quick;
    this.full = full;
  }

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String about() {
    return "last reading of a round to its visible events, at an even pace";
  }

  @Override
  public Report run(boolean isQuick, Consumer<String> progress) throws Exception {
    Plan plan = isQuick ? quick : full;
    String load = Machine.load();
    try (Engines engines = Engines.start(progress)) {
      progress.accept("starting the earnings service");
      EarningsService service = EarningsService.start(engines);
      StartLine line = SettlementBenchmark.line(engines, service.database());
      String kafka = engines.kafka().servers();
      try (ServiceSide side = new ServiceSide(ServiceSide.NAME, service, kafka, line)) {
        progress.accept("settling a backlog to warm up");
        side.run(Workload.random(SEED, plan.backlog()));
        Workload work = Workload.random(SEED + 1, plan.paced());
        side.introduce(work);
        service.awaitIdle();
        progress.accept(
            "%,d readings at %,d a second".formatted(work.observations(), plan.perSecond()));
        Pace.Outcome outcome =
            new Pace(service, kafka, line).run(work, plan.perSecond(), plan.notCounted());
        side.proveBooks(work);
        List<String> notes =
            List.of(
                conditions(plan, outcome),
                Machine.describe(),
                engines.describe(),
                "load average: " + load + " before, " + Machine.load() + " after");
        return Report.of("settlement.latency", isQuick, notes, figures(outcome));
      }
    }
  }

  private static Map<String, Double> figures(Pace.Outcome outcome) {
    Millis millis = outcome.millis();
    Run run = outcome.run();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("latency_p50_ms", millis.percentile(50));
    figures.put("latency_p99_ms", millis.percentile(99));
    figures.put("latency_max_ms", millis.percentile(100));
    figures.put("offered_per_s", run.rate());
    run.spent()
        .cpuNanos()
        .keySet()
        .forEach(process -> figures.put(process + "_cpu_us", run.cpuMicros(process)));
    return figures;
  }

  private static String conditions(Plan plan, Pace.Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "latency: %,d readings a second in rounds of %,d, %d campaigns in turn; %,d events after %d"
            + " rounds to warm up; from the last reading of a round, before it is sent, to its"
            + " event in a consumer; all sums equal to the micro-unit",
        plan.perSecond(),
        plan.paced().clips(),
        plan.paced().campaigns(),
        outcome.millis().sorted().size(),
        plan.notCounted());
  }
}
