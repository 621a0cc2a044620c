package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.process.Jvm;
import io.clipmeter.local.launcher.session.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs a benchmark of {@code platform/benchmarks}, as it is run without this stack. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    customSynopsis = "clipmeter bench [-hV] [NAME [--part PART] [--quick]]",
    description = {
      "Runs a benchmark; without a name it lists them. The last line of a run is one JSON object"
          + " with the ratios.",
      "Everything after bench is passed on, for example --quick."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String MAIN = "io.clipmeter.benchmarks.Bench";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For load and not for a quick start: unlike the stack's, both compilers. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx1g",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** Names and options as they came, in their order. Filled in place. */
  @Unmatched private final List<String> passedOn = new ArrayList<>();

  /** What the benchmarks get to read. */
  List<String> passedOn() {
    return List.copyOf(passedOn);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path target = Installation.remembered().home().root().resolve("platform/benchmarks/target");
    Path libraries = target.resolve("classpath");
    if (!Files.exists(libraries)) {
      throw new Failure("platform/benchmarks is not built: " + libraries + " is missing.");
    }
    List<String> command = new ArrayList<>();
    command.add(Jvm.java().toString());
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + Files.readString(libraries).strip());
    command.add(MAIN);
    command.addAll(passedOn);
    Process bench = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bench), "end-of-bench"));
    return bench.waitFor();
  }

  /**
   * Whoever ends this command ends the benchmark, which has engines to stop and files to remove.
   */
  private static void end(Process bench) {
    try {
      bench.destroy();
      bench.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
