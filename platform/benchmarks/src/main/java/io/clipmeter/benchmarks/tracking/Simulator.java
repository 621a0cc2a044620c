package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.service.DeliveredJar;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** The simulator of the local stack, in a process of its own; each run takes the same time. */
final class Simulator {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Simulator() {}

  /** Starts it, and says where it answers. */
  static URI start(Engines engines, Duration runTime) throws Exception {
    List<String> arguments =
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-jar",
            DeliveredJar.of("local-simulator").path().toString());
    Map<String, String> environment =
        Map.of(
            "SIMULATOR_PORT",
            "0",
            "SIMULATOR_STATE_DIR",
            engines.folder().resolve("simulator").toString(),
            "SIMULATOR_RUN_TIME",
            runTime.toString());
    Child process =
        engines.own(() -> Child.java("simulator", arguments, environment, engines.folder()));
    AtomicReference<String> address = new AtomicReference<>("");
    process.await(
        "it said where it is",
        () -> {
          process.said(ADDRESS).ifPresent(address::set);
          return !address.get().isEmpty();
        },
        PATIENCE);
    return URI.create(address.get());
  }
}
