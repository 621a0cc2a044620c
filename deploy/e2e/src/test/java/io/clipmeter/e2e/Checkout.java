package io.clipmeter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A checkout of its own for the {@code clipmeter} command: its modules are links to the ones that
 * this build packed, its ports and data are nobody else's.
 */
final class Checkout {
  private static final Path BUILD = Path.of("").toAbsolutePath().getParent().getParent();
  private static final List<String> PORTS =
      List.of(
          "gateway",
          "gateway-management",
          "submission",
          "submission-management",
          "tracking",
          "tracking-management",
          "earnings",
          "earnings-management",
          "payout",
          "payout-management",
          "analytics",
          "analytics-management",
          "issuer",
          "simulator",
          "postgres",
          "kafka",
          "kafka-controller");

  private final Path root;

  /** What a command printed, and how it ended. */
  record Outcome(int exitCode, String output) {}

  Checkout(Path root) throws IOException {
    this.root = root;
    try (Stream<Path> entries = Files.list(BUILD)) {
      for (Path entry : entries.filter(Files::isDirectory).toList()) {
        if (!entry.getFileName().toString().startsWith(".")) {
          Files.createSymbolicLink(root.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  /** The flags that give every part a port which is free now. */
  List<String> freePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    try {
      for (String part : PORTS) {
        ServerSocket socket = new ServerSocket(0);
        held.add(socket);
        flags.addAll(List.of("--port", part + "=" + socket.getLocalPort()));
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return flags;
  }

  /** Runs a command to its end. */
  Outcome run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(root, arguments[0], ".out");
    Process process = start(output, List.of(arguments));
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(arguments[0]).isTrue();
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  /** Starts a command whose output goes to this file. */
  Process start(Path output, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dclipmeter.root=" + root,
                "-Dclipmeter.cwd=" + root,
                "-Dclipmeter.starts-once=true",
                "-cp",
                System.getProperty("java.class.path"),
                "io.clipmeter.local.launcher.Clipmeter"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** Ends a part as a power cut would. */
  void kill(String part) throws IOException {
    Path file = root.resolve(".clipmeter/run").resolve(part + ".pid");
    ProcessHandle process = process(file).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The processes that were started and still run. */
  List<ProcessHandle> processes() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(".clipmeter/run"))) {
      List<ProcessHandle> alive = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
        process(file).ifPresent(alive::add);
      }
      return alive;
    }
  }

  private static Optional<ProcessHandle> process(Path file) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
        .filter(ProcessHandle::isAlive);
  }

  Path root() {
    return root;
  }
}
