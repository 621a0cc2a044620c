package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Spread;
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

/** One campaign with very many clips, in a service with little memory. */
final class LargePart implements Benchmark {
  private static final int SEED = 20_260_107;

  /** Two, so that there is one that is paid in full and one that is rationed. */
  private static final int ROUNDS = 2;

  /**
   * How much is done.
   *
   * @param timesByClips how often there is a campaign of so many clips, in this order; the first of
   *     several warms up
   * @param heapMegabytes the service's largest heap
   */
  record Plan(Map<Integer, Integer> timesByClips, int heapMegabytes) {
    static Plan of(boolean quick) {
      Map<Integer, Integer> times = new LinkedHashMap<>();
      times.put(10_000, quick ? 2 : 4);
      times.put(quick ? 100_000 : 1_000_000, 1);
      return new Plan(times, 512);
    }
  }

  private final Plan quick;
  private final Plan full;

  LargePart() {
    this(Plan.of(true), Plan.of(false));
  }

  LargePart(Plan quick, Plan full) {
    this.quick = quick;
    this.full = full;
  }

  @Override
  public String name() {
    return "large";
  }

  @Override
  public String about() {
    return "one campaign of very many clips, from the closing of a round to its last event";
  }

  @Override
  public Report run(boolean isQuick, Consumer<String> progress) throws Exception {
    Plan plan = isQuick ? quick : full;
    String load = Machine.load();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (Engines engines = Engines.start(progress)) {
      progress.accept("starting the earnings service");
      EarningsService service =
          EarningsService.start(
              engines, new Setup(EarningsService.PARTITIONS, 1, plan.heapMegabytes()));
      try (LargeRounds rounds = new LargeRounds(engines, service)) {
        int seed = SEED;
        for (Map.Entry<Integer, Integer> each : plan.timesByClips().entrySet()) {
          figures.putAll(measure(rounds, seed, each.getKey(), each.getValue(), progress));
          // A seed gives its campaign its id, so each is used once.
          seed += each.getValue();
        }
      }
      List<String> notes =
          List.of(
              conditions(plan),
              Machine.describe(),
              engines.describe(),
              "load average: " + load + " before, " + Machine.load() + " after");
      return Report.of("settlement.large", isQuick, notes, figures);
    }
  }

  private static Map<String, Double> measure(
      LargeRounds rounds, int seed, int clips, int times, Consumer<String> progress)
      throws Exception {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int time = 0; time < times; time++) {
      Workload work = Workload.random(seed + time, new Size(1, clips, ROUNDS));
      progress.accept("telling of %,d clips".formatted(clips));
      List<LargeRounds.Times> measured = rounds.settle(work, progress);
      if (time > 0 || times == 1) {
        note(seconds, clips + "_clips", measured.getFirst());
        note(seconds, clips + "_clips_rationed", measured.getLast());
      }
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    seconds.forEach((name, all) -> figures.put(name, Spread.of(all).median()));
    return figures;
  }

  private static void note(
      Map<String, List<Double>> seconds, String what, LargeRounds.Times times) {
    seconds.computeIfAbsent(what + "_settled_s", name -> new ArrayList<>()).add(times.settled());
    seconds.computeIfAbsent(what + "_told_s", name -> new ArrayList<>()).add(times.told());
  }

  private static String conditions(Plan plan) {
    return String.format(
        Locale.ROOT,
        "large: one campaign, two rounds, the second rationed; the service has -Xmx%dm; its"
            + " readings are in the service when a round closes; from then to the commit of the"
            + " settlement (settled) and to its last event in Kafka (told); medians; all sums"
            + " equal to the micro-unit",
        plan.heapMegabytes());
  }
}
