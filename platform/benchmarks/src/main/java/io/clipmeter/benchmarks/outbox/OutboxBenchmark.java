package io.clipmeter.benchmarks.outbox;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Results;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.measure.Turns;
import io.clipmeter.benchmarks.service.EarningsService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** From committed rows to acknowledged records: the outbox beside a producer without a database. */
public final class OutboxBenchmark implements Benchmark {
  private static final int SEED = 20_260_105;
  private static final String RELAYED = "bench.relayed";
  private static final String PRODUCED = "bench.produced";

  private record Plan(int messages, Turns turns) {
    static Plan of(boolean quick) {
      return quick
          ? new Plan(20_000, Turns.within(5, Duration.ofSeconds(80)))
          : new Plan(100_000, Turns.within(9, Duration.ofMinutes(10)));
    }
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public String about() {
    return "committed outbox rows to acknowledged records, beside a bare producer";
  }

  @Override
  public Report run(boolean quick, Consumer<String> progress) throws Exception {
    Plan plan = Plan.of(quick);
    String load = Machine.load();
    try (Engines engines = Engines.start(progress)) {
      Results results = measure(plan, engines, progress);
      List<String> notes =
          List.of(
              String.format(
                  Locale.ROOT,
                  "outbox: %,d events a turn; %d turns after one to warm up; all arrived once and"
                      + " in order",
                  plan.messages(),
                  results.turns()),
              Machine.describe(),
              engines.describe(),
              "load average: " + load + " before, " + Machine.load() + " after");
      return results.report(name(), quick, "events/s", notes);
    }
  }

  private static Results measure(Plan plan, Engines engines, Consumer<String> progress)
      throws Exception {
    progress.accept("starting the earnings service, whose relay it is");
    EarningsService service = EarningsService.start(engines);
    String servers = engines.kafka().servers();
    engines.kafka().create(List.of(RELAYED, PRODUCED), EarningsService.PARTITIONS);
    StartLine line =
        () -> {
          engines.postgres().settleDown(service.database());
          return Stopwatch.start(engines::usage);
        };
    service.pause();
    try (var producer = new ProducerSide(servers, PRODUCED, line);
        var relay = new RelaySide(service, servers, RELAYED, line)) {
      List<Side<List<Message>>> sides = List.of(producer, relay);
      return plan.turns().take(sides, t -> Message.random(SEED + t, plan.messages()), progress);
    }
  }
}
