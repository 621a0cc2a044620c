package io.clipmeter.tracking.crash;

import static org.awaitility.Awaitility.await;

import io.clipmeter.tracking.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The service in a process of its own, which can be killed and stopped like any other. */
final class Instance implements AutoCloseable {
  /** A stray SPRING_ or JAVA_ variable of the caller would change what is tried. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

  /** Seconds, on a machine that does nothing else. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final int WORDS_MAX = 4_000;

  private final String name;
  private final Process process;
  private final Path log;
  private final int port;

  private Instance(String name, Process process, Path log, int port) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts one; it is not ready yet. */
  static Instance start(String name, Map<String, String> properties) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"));
    command.addAll(List.of("-cp", classpath(), "io.clipmeter.tracking.TrackingApplication"));
    command.add("--server.port=" + port);
    command.add("--spring.datasource.hikari.data-source-properties.ApplicationName=" + name);
    command.add("--clipmeter.tracking.apify.api-key=" + name);
    properties.forEach((key, value) -> command.add("--" + key + "=" + value));
    try {
      Path folder = Files.createDirectories(Path.of("target", "crash").toAbsolutePath());
      Path log = folder.resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().keySet().retainAll(INHERITED);
      return new Instance(name, builder.start(), log, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All but this test's own classes: the service would take their configurations for its own. */
  private static String classpath() {
    try {
      Path own =
          Path.of(Instance.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
          .filter(entry -> !Path.of(entry).toAbsolutePath().normalize().equals(own))
          .collect(Collectors.joining(java.io.File.pathSeparator));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it is called by the database and by the provider. */
  String name() {
    return name;
  }

  /** Waits until it answers. */
  Instance ready() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("ended early: " + lastWords());
              }
              return answers();
            });
    return this;
  }

  private boolean answers() {
    try {
      return service().send("GET", "/api/none", null, null).status() > 0;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  Service service() {
    return new Service(port);
  }

  /** kill -9: nothing is said or saved. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Takes the processor away from it, in the middle of whatever it does. */
  void freeze() {
    signal("STOP");
  }

  /** Gives it back: it goes on as if no time had passed. */
  void thaw() {
    signal("CONT");
  }

  /** Through the shell, which has the command built in: not every machine has it as a program. */
  private void signal(String signal) {
    try {
      String command = "kill -" + signal + " " + process.pid();
      if (new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("can't be signalled: " + lastWords());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What it logged, from this text on. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastWords() {
    String all = log();
    return all.substring(Math.max(0, all.length() - WORDS_MAX));
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      thaw();
      kill();
    }
  }
}
