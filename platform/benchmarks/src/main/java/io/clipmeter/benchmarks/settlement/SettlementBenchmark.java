package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Results;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.measure.Turns;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.settlement.Workload.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
          ? new Plan(new Size(5, 1_000, 2), 1, Turns.within(5, Duration.ofSeconds(80)))
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
      Results results = measure(plan, engines, progress);
      List<String> notes =
          List.of(
              conditions(plan, results.turns()),
              Machine.describe(),
              engines.describe(),
              "load average: " + load + " before, " + Machine.load() + " after");
      return results.report(name(), quick, "observations/s", notes);
    }
  }

  private static Results measure(Plan plan, Engines engines, Consumer<String> progress)
      throws Exception {
    progress.accept("starting the earnings service");
    EarningsService service = EarningsService.start(engines);
    Postgres postgres = engines.postgres();
    Database one = postgres.create(PerClip.NAME);
    Database two = postgres.create(BareSql.NAME);
    try (var perClip = new PerClip(one, line(engines, one), plan.perClipCampaigns());
        var bareSql = new BareSql(two, line(engines, two));
        var real =
            new ServiceSide(
                service, engines.kafka().servers(), line(engines, service.database()))) {
      service.pause();
      List<Side<Workload>> sides = List.of(perClip, bareSql, real);
      return plan.turns().take(sides, turn -> Workload.random(SEED + turn, plan.size()), progress);
    }
  }

  private static StartLine line(Engines engines, Database database) {
    return () -> {
      engines.postgres().settleDown(database);
      return Stopwatch.start(engines::cpuNanos);
    };
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
}
