package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.rounds.Workload.Size;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.service.EarningsService.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What becomes of the rate with more partitions and instances, and with larger rounds. */
final class ScalingPart implements Benchmark {
  private static final int SEED = 20_260_108;

  /**
   * How much is done.
   *
   * @param setups each with engines of its own, that do the first of the works
   * @param works with rounds of different sizes, done in turn by one service
   * @param turns that count, after one to warm up
   */
  record Plan(List<Setup> setups, List<Size> works, int turns) {
    private static final int HEAP = 512;

    static Plan of(boolean quick) {
      List<Setup> setups =
          List.of(
              new Setup(2, 1, HEAP),
              new Setup(2, 2, HEAP),
              new Setup(4, 1, HEAP),
              new Setup(4, 2, HEAP),
              new Setup(4, 4, HEAP));
      List<Size> works =
          quick
              ? List.of(new Size(10, 1_000, 1), new Size(20, 10, 50), new Size(20, 100, 5))
              : List.of(
                  new Size(20, 1_000, 5),
                  new Size(100, 10, 100),
                  new Size(100, 100, 10),
                  new Size(5, 10_000, 2));
      return new Plan(quick ? setups.subList(1, 3) : setups, works, quick ? 1 : 3);
    }
  }

  private final Plan quick;
  private final Plan full;

  ScalingPart() {
    this(Plan.of(true), Plan.of(false));
  }

  ScalingPart(Plan quick, Plan full) {
    this.quick = quick;
    this.full = full;
  }

  @Override
  public String name() {
    return "scaling";
  }

  @Override
  public String about() {
    return "the rate by partitions and instances, and by clips in a round";
  }

  @Override
  public Report run(boolean isQuick, Consumer<String> progress) throws Exception {
    Plan plan = isQuick ? quick : full;
    String load = Machine.load();
    ScalingTable table = new ScalingTable();
    for (Setup setup : plan.setups()) {
      String name = "partitions_%d_instances_%d".formatted(setup.partitions(), setup.instances());
      measure(setup, Map.of(name, plan.works().getFirst()), plan.turns(), table, progress);
    }
    Map<String, Size> bySize = new LinkedHashMap<>();
    plan.works().forEach(size -> bySize.put("clips_" + size.clips(), size));
    String engines = measure(Setup.USUAL, bySize, plan.turns(), table, progress);
    List<String> notes = new ArrayList<>();
    notes.add(conditions(plan));
    notes.add(Machine.describe());
    notes.add(engines);
    notes.add("load average: " + load + " before, " + Machine.load() + " after");
    notes.add("");
    notes.addAll(table.lines());
    return Report.of("settlement.scaling", isQuick, notes, table.figures());
  }

  private static String measure(
      Setup setup,
      Map<String, Size> works,
      int turns,
      ScalingTable table,
      Consumer<String> progress)
      throws Exception {
    try (Engines engines = Engines.start(progress)) {
      progress.accept("starting the earnings service: " + setup);
      EarningsService service = EarningsService.start(engines, setup);
      try (ServiceSide side =
          new ServiceSide(
              ServiceSide.NAME,
              service,
              engines.kafka().servers(),
              SettlementBenchmark.line(engines, service.database()))) {
        int seed = SEED;
        for (int turn = 0; turn <= turns; turn++) {
          for (Map.Entry<String, Size> work : works.entrySet()) {
            Run run = side.run(Workload.random(seed++, work.getValue()));
            progress.accept(
                String.format(
                    Locale.ROOT, "turn %d, %s: %,.0f/s", turn, work.getKey(), run.rate()));
            if (turn > 0) {
              table.add(work.getKey(), run);
            }
          }
        }
      }
      return engines.describe();
    }
  }

  private static String conditions(Plan plan) {
    return String.format(
        Locale.ROOT,
        "scaling: %s; by partitions and instances (-Xmx%dm each) always the first; medians of %d"
            + " turns after one to warm up; all sums equal to the micro-unit",
        plan.works(),
        plan.setups().getFirst().heapMegabytes(),
        plan.turns());
  }
}
