package io.clipmeter.benchmarks;

import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.outbox.OutboxBenchmark;
import io.clipmeter.benchmarks.settlement.SettlementBenchmark;
import io.clipmeter.benchmarks.tracking.TrackingBenchmark;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program behind {@code ./clipmeter bench NAME [--part PART] [--quick]}. Figures go to the
 * standard output, the last line of which is a JSON object; what is going on meanwhile goes to
 * standard error.
 */
public final class Bench {
  private static final String QUICK = "--quick";
  private static final String PART = "--part";
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final List<Benchmark> benchmarks;
  private final PrintStream out;
  private final PrintStream err;
  private volatile boolean ending;

  Bench(List<Benchmark> benchmarks, PrintStream out, PrintStream err) {
    this.benchmarks = benchmarks;
    this.out = out;
    this.err = err;
  }

  /** Ends with 0, 1 where the benchmark failed, or 2 where there is none of that name. */
  public static void main(String[] args) {
    Bench bench =
        new Bench(
            List.of(new SettlementBenchmark(), new OutboxBenchmark(), new TrackingBenchmark()),
            System.out,
            System.err);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> bench.ending = true, "ending"));
    System.exit(bench.run(args));
  }

  int run(String... args) {
    boolean quick = Arrays.asList(args).contains(QUICK);
    List<String> names = Arrays.stream(args).filter(word -> !word.equals(QUICK)).toList();
    Optional<Benchmark> chosen =
        benchmarks.stream().flatMap(each -> named(each, names)).findFirst();
    if (chosen.isEmpty()) {
      return list(names);
    }
    return run(chosen.get(), quick);
  }

  /** The benchmark, or a part of it, if it has these names. */
  private static Stream<Benchmark> named(Benchmark benchmark, List<String> names) {
    if (names.equals(List.of(benchmark.name()))) {
      return Stream.of(benchmark);
    }
    return benchmark.parts().stream()
        .filter(part -> names.equals(List.of(benchmark.name(), PART, part.name())));
  }

  private int run(Benchmark benchmark, boolean quick) {
    try {
      long start = System.nanoTime();
      Report report = benchmark.run(quick, line -> err.println(since(start) + line));
      report.lines().forEach(out::println);
      out.println();
      out.println(report.json());
      return 0;
    } catch (Exception failure) {
      // Who is told to end finds its engines gone, which is nothing to report.
      if (!ending) {
        failure.printStackTrace(err);
      }
      return FAILED;
    }
  }

  private static String since(long start) {
    return "%4d s: ".formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
  }

  private int list(List<String> names) {
    if (!names.isEmpty()) {
      err.println("There is no benchmark " + String.join(" ", names) + ".");
    }
    out.println("bench NAME [--part PART] [--quick], where NAME is one of");
    for (Benchmark each : benchmarks) {
      out.printf("  %-18s %s%n", each.name(), each.about());
      each.parts()
          .forEach(
              part -> out.printf("  %-18s %s%n", "  " + PART + " " + part.name(), part.about()));
    }
    return MISUSED;
  }
}
