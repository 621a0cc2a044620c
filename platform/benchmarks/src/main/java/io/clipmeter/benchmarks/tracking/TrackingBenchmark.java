package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Machine;
import io.clipmeter.benchmarks.measure.Millis;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Results;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.service.TrackingService;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * From due clips to closed rounds: the tracking service beside the usual way and beside what the
 * provider allows. Then what a long history costs it, in time and in memory.
 */
public final class TrackingBenchmark implements Benchmark {
  /** What the containers of {@code deploy/compose} leave it. */
  private static final int HEAP_MEGABYTES = 320;

  /** More than there are turns. */
  private static final int BEFORE_THE_FIRST = 1_000;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Plan quick;
  private final Plan full;

  /** As large as it is meant to be. */
  public TrackingBenchmark() {
    this(Plan.of(true), Plan.of(false));
  }

  TrackingBenchmark(Plan quick, Plan full) {
    this.quick = quick;
    this.full = full;
  }

  @Override
  public String name() {
    return "tracking";
  }

  @Override
  public String about() {
    return "due clips to closed rounds, beside batches of ten and the provider's own limit";
  }

  @Override
  public Report run(boolean isQuick, Consumer<String> progress) throws Exception {
    Plan plan = isQuick ? quick : full;
    String load = Machine.load();
    try (Engines engines = Engines.start(progress)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      Database database = engines.postgres().create("tracking");
      TrackingService.createTopics(engines);
      URI far = Simulator.start(engines, plan.provider().runTime());
      Results results = measure(plan, engines, database, far, figures, progress);
      history(plan, engines, database, far, figures, progress);
      List<String> notes =
          List.of(
              conditions(plan, results.turns()),
              Machine.describe(),
              engines.describe(),
              "load average: " + load + " before, " + Machine.load() + " after");
      return results.report(name(), isQuick, "clips/s", notes).with(figures);
    }
  }

  private static Results measure(
      Plan plan,
      Engines engines,
      Database database,
      URI far,
      Map<String, Double> figures,
      Consumer<String> progress)
      throws Exception {
    progress.accept("starting the tracking service");
    StartLine line =
        () -> {
          engines.postgres().settleDown(database);
          return Stopwatch.start(engines::usage);
        };
    try (SlowLine toSides = SlowLine.to(far, plan.provider().latency());
        SlowLine toService = SlowLine.to(far, plan.provider().latency());
        Apify apify = new Apify(toSides.uri());
        TrackingService service =
            TrackingService.start(engines, database, toService.uri(), jvm(plan), settings(plan));
        TrackedClips clips = new TrackedClips(database);
        ServiceSide real =
            new ServiceSide(service, clips, toService, engines.kafka().servers(), line)) {
      warmUp(plan, real, progress);
      service.pause();
      Results results =
          plan.turnsFromNow()
              .take(
                  List.of(
                      new SourceSide(apify, plan.sourceBatches(), line),
                      new LimitSide(apify, line),
                      real),
                  turn -> new Work(plan.size(), turn),
                  progress);
      figures.put("calls", (double) real.mostCalls());
      figures.put("calls_vs_fewest", (double) real.mostCalls() / plan.size().fewestCalls());
      figures.put("calls_in_any_minute", (double) real.mostCallsInAMinute());
      return results;
    }
  }

  private static void warmUp(Plan plan, ServiceSide real, Consumer<String> progress)
      throws Exception {
    for (int i = 1; i <= plan.warmUps(); i++) {
      double rate = real.run(new Work(plan.size(), BEFORE_THE_FIRST + i)).rate();
      progress.accept(String.format(Locale.ROOT, "before the turns, service: %,.0f/s", rate));
    }
  }

  private static List<String> jvm(Plan plan) {
    return Stream.concat(Stream.of("-Xmx" + HEAP_MEGABYTES + "m"), plan.service().jvm().stream())
        .toList();
  }

  /** A short turn is to have as many runs as a long one. */
  private static List<String> settings(Plan plan) {
    return List.of(
        // A start's own calls would stand among those of the first turn.
        "--clipmeter.tracking.provider.check-at-start=false",
        "--clipmeter.tracking.round.tick=" + plan.service().tick(),
        "--clipmeter.tracking.apify.runs.urls-max=" + plan.size().urlsMax());
  }

  /** Runs as large as they come, and no rate: this is not about time. */
  private static List<String> unhurried(Plan plan) {
    return List.of(
        "--clipmeter.tracking.round.tick=" + plan.service().tick(),
        "--clipmeter.tracking.apify.calls.per-minute=100000");
  }

  private static void history(
      Plan plan,
      Engines engines,
      Database database,
      URI far,
      Map<String, Double> figures,
      Consumer<String> progress)
      throws Exception {
    LongHistory history = plan.history();
    progress.accept("making a history of %,d readings".formatted(history.readings()));
    history.load(database, progress);
    engines.postgres().settleDown(database);
    UUID[] all = history.first(history.campaigns());
    try (LookUps lookUps = new LookUps(database);
        TrackedClips clips = new TrackedClips(database)) {
      put(figures, "history_page", lookUps.history(history, plan.lookUps()));
      clips.begin(all);
      put(figures, "claim", lookUps.claim(all));
      clips.end(all);
      lookUps.forgetClaims();
      memory(plan, engines, database, far, figures, progress, lookUps);
    }
  }

  private static void put(Map<String, Double> figures, String what, Millis times) {
    figures.put(what + "_p50_ms", times.percentile(50));
    figures.put(what + "_p99_ms", times.percentile(99));
  }

  /** Without a rate: it is not about time. */
  private static void memory(
      Plan plan,
      Engines engines,
      Database database,
      URI far,
      Map<String, Double> figures,
      Consumer<String> progress,
      LookUps lookUps)
      throws Exception {
    progress.accept("starting the tracking service again, to look at its memory");
    LongHistory history = plan.history();
    UUID[] few = history.first(plan.fewCampaigns());
    UUID[] all = history.first(history.campaigns());
    try (TrackingService service =
            TrackingService.start(engines, database, far, jvm(plan), unhurried(plan));
        TrackedClips clips = new TrackedClips(database)) {
      figures.put("heap_limit_mb", (double) HEAP_MEGABYTES);
      figures.put("live_heap_idle_mb", LiveHeap.megabytes(service.pid()));
      for (UUID[] due : List.of(few, all)) {
        lookUps.makeDue(due);
        int count = due.length * history.clipsEach();
        progress.accept("%,d clips are due".formatted(count));
        figures.put("live_heap_%d_due_mb".formatted(count), whileRead(service, clips, due));
        clips.end(due);
      }
    }
  }

  /** The most that it held on to, looked at every other second. */
  private static double whileRead(TrackingService service, TrackedClips clips, UUID[] due)
      throws Exception {
    long all = clips.closedInAll(due) + due.length;
    clips.begin(due);
    double most = 0;
    while (clips.closedInAll(due) < all) {
      most = Math.max(most, LiveHeap.megabytes(service.pid()));
      long next = System.nanoTime() + BETWEEN_LOOKS.toNanos();
      service.await(
          "it was time to look", () -> System.nanoTime() > next || clips.closedInAll(due) >= all);
    }
    return most;
  }

  private static String conditions(Plan plan, int turns) {
    return String.format(
        Locale.ROOT,
        "tracking: %,d clips of %d campaigns a turn (%s: %d), runs of up to %,d that take %,d ms,"
            + " each call %d ms more; %d turns after one to warm up (the service: %d more); each"
            + " clip was asked for, read and told once. Look-ups: %,d clips with %,d readings",
        plan.size().clips(),
        plan.size().campaigns(),
        SourceSide.NAME,
        10 * plan.sourceBatches(),
        plan.size().urlsMax(),
        plan.provider().runTime().toMillis(),
        plan.provider().latency().toMillis(),
        turns,
        plan.warmUps(),
        plan.history().clips(),
        plan.history().readings());
  }
}
