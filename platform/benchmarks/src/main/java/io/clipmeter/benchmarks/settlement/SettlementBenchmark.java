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
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.rounds.Workload.Size;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.service.StreamsPeer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** From observations to money and its events: the service beside three other ways to settle. */
public final class SettlementBenchmark implements Benchmark {
  private static final int SEED = 20_260_105;

  /**
   * How much is done.
   *
   * @param warmUp of the first turn, which does not count: enough that what is timed is compiled by
   *     then
   * @param perClipCampaigns how many of a turn's campaigns the slowest side does
   * @param turns at most, after one to warm up
   * @param time no turn begins that would end later
   */
  record Plan(Size size, Size warmUp, int perClipCampaigns, int turns, Duration time) {
    static Plan of(boolean quick) {
      return quick
          ? new Plan(new Size(10, 1_000, 3), new Size(20, 1_000, 4), 1, 5, Duration.ofSeconds(80))
          : new Plan(
              new Size(100, 1_000, 4), new Size(20, 1_000, 40), 2, 5, Duration.ofMinutes(20));
    }
  }

  private final Plan full;
  private final Plan quick;

  /** As large as it is meant to be. */
  public SettlementBenchmark() {
    this(Plan.of(true), Plan.of(false));
  }

  SettlementBenchmark(Plan quick, Plan full) {
    this.quick = quick;
    this.full = full;
  }

  @Override
  public String name() {
    return "settlement";
  }

  @Override
  public String about() {
    return "records in Kafka to ledger and events, beside three other ways to settle";
  }

  @Override
  public List<Benchmark> parts() {
    return List.of(new LatencyPart(), new LargePart(), new ScalingPart());
  }

  @Override
  public Report run(boolean isQuick, Consumer<String> progress) throws Exception {
    Plan plan = isQuick ? quick : full;
    String load = Machine.load();
    Turns turns = Turns.within(plan.turns(), plan.time());
    try (Engines engines = Engines.start(progress)) {
      Results results = measure(plan, turns, engines, progress);
      List<String> notes =
          List.of(
              conditions(plan, results.turns()),
              Machine.describe(),
              engines.describe(),
              "load average: " + load + " before, " + Machine.load() + " after");
      return results
          .report(name(), isQuick, "observations/s", notes)
          .replacing(
              "vs_" + HotCampaign.NAME,
              HotCampaign.NAME,
              results.ratio(HotCampaign.NAME, ServiceSide.NAME));
    }
  }

  private static Results measure(Plan plan, Turns turns, Engines engines, Consumer<String> progress)
      throws Exception {
    progress.accept("starting the earnings service and the topology");
    EarningsService service = EarningsService.start(engines);
    service.pause();
    String kafka = engines.kafka().servers();
    Postgres postgres = engines.postgres();
    Database one = postgres.create(PerClip.NAME);
    Database two = postgres.create(BareSql.NAME);
    try (var perClip = new PerClip(one, line(engines, one), plan.perClipCampaigns());
        var bareSql = new BareSql(two, line(engines, two));
        var streams =
            new StreamsSide(StreamsPeer.start(engines), kafka, line(engines, service.database()));
        var real =
            new ServiceSide(ServiceSide.NAME, service, kafka, line(engines, service.database()))) {
      List<Side<Workload>> sides = List.of(perClip, bareSql, streams, new HotCampaign(real), real);
      return turns.take(
          sides,
          turn -> Workload.random(SEED + turn, turn == 0 ? plan.warmUp() : plan.size()),
          progress);
    }
  }

  static StartLine line(Engines engines, Database database) {
    return () -> {
      engines.postgres().settleDown(database);
      return Stopwatch.start(engines::usage);
    };
  }

  private static String conditions(Plan plan, int turns) {
    Size size = plan.size();
    return String.format(
        Locale.ROOT,
        "settlement: rounds of %,d clips; %d campaigns x %d rounds a turn (%s: %d campaigns); %s:"
            + " all rounds in one; %d turns after one to warm up; all sums equal to the micro-unit",
        size.clips(),
        size.campaigns(),
        size.rounds(),
        PerClip.NAME,
        plan.perClipCampaigns(),
        HotCampaign.NAME,
        turns);
  }
}
