package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Spread;
import io.clipmeter.benchmarks.measure.Turns;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.settlement.Workload.Size;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** From observations to money and its events: the service beside two other ways to settle. */
public final class SettlementBenchmark implements Benchmark {
  private static final int SEED = 20_260_105;

  /**
   * How much is done.
   *
   * @param perClipCampaigns how many of a turn's campaigns the slowest side does
   */
  private record Plan(Size size, int perClipCampaigns, Turns turns) {
    static Plan of(boolean quick) {
      return quick
          ? new Plan(new Size(5, 1_000, 2), 1, Turns.within(5, Duration.ofSeconds(95)))
          : new Plan(new Size(20, 1_000, 5), 2, Turns.within(7, Duration.ofMinutes(15)));
    }
  }

  @Override
  public String name() {
    return "settlement";
  }

  @Override
  public String about() {
    return "records in Kafka to ledger and events, beside a transaction per clip and bare SQL";
  }

  @Override
  public Report run(boolean quick, Consumer<String> progress) throws Exception {
    Plan plan = Plan.of(quick);
    String load = Machine.load();
    try (Engines engines = Engines.start(progress)) {
      Turns.Results results = measure(plan, engines, progress);
      List<String> notes =
          List.of(
              conditions(plan, results.turns()),
              Machine.describe(),
              engines.describe(),
              "load average: " + load + " before, " + Machine.load() + " after");
      return report(quick, notes, results);
    }
  }

  private static Turns.Results measure(Plan plan, Engines engines, Consumer<String> progress)
      throws Exception {
    progress.accept("starting the earnings service");
    EarningsService service = EarningsService.start(engines);
    Postgres postgres = engines.postgres();
    String kafka = engines.kafka().servers();
    try (var perClip =
            new PerClip(
                postgres.create(PerClip.NAME), postgres::checkpoint, plan.perClipCampaigns());
        var bareSql = new BareSql(postgres.create(BareSql.NAME), postgres::checkpoint);
        var real = new ServiceSide(service, kafka, postgres::checkpoint)) {
      service.pause();
      List<Side<Workload>> sides = List.of(perClip, bareSql, real);
      return plan.turns().take(sides, turn -> Workload.random(SEED + turn, plan.size()), progress);
    }
  }

  private static String conditions(Plan plan, int turns) {
    Size size = plan.size();
    return String.format(
        Locale.ROOT,
        "settlement: rounds of %,d clips; %d campaigns x %d rounds a turn (%s: %d campaigns);"
            + " %d turns after one to warm up; all sums equal to the micro-unit",
        size.clips(),
        size.campaigns(),
        size.rounds(),
        PerClip.NAME,
        plan.perClipCampaigns(),
        turns);
  }

  private static Report report(boolean quick, List<String> notes, Turns.Results results) {
    Map<String, Spread> rates = new LinkedHashMap<>();
    for (String side : List.of(PerClip.NAME, BareSql.NAME, ServiceSide.NAME)) {
      rates.put(side, results.rate(side));
    }
    Map<String, Spread> ratios = new LinkedHashMap<>();
    ratios.put("vs_per_clip", results.ratio(ServiceSide.NAME, PerClip.NAME));
    ratios.put("vs_bare_sql", results.ratio(ServiceSide.NAME, BareSql.NAME));
    return new Report("settlement", quick, "observations/s", notes, rates, ratios);
  }
}
