package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.disk.Trees;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.process.Detached;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service jar made ready for quick starts: unpacked, with a cache of what its start-up loads and
 * links. Both are made once for each content of the jar, in a folder of their own, so that a new
 * build never touches what runs.
 */
final class BootApp {
  private final Home home;
  private final String name;
  private final BootJar jar;
  private final Path folder;
  private final int heapMegabytes;

  BootApp(Home home, String name, BootJar jar, int heapMegabytes) {
    this.home = home;
    this.name = name;
    this.jar = jar;
    this.folder = home.app(name).resolve(jar.fingerprint());
    this.heapMegabytes = heapMegabytes;
  }

  /** The command that runs the service, with the cache if there is one. */
  List<String> command() {
    return Files.exists(cache()) ? command(List.of("-XX:AOTCache=" + cache())) : command(List.of());
  }

  private List<String> command(List<String> options) {
    List<String> command = new ArrayList<>(Jvm.command(home, heapMegabytes));
    command.addAll(options);
    command.addAll(List.of("-jar", folder.resolve(jar.path().getFileName()).toString()));
    return command;
  }

  /** Unpacks the jar, unless it was done before, and removes what earlier builds left. */
  void unpack(Helpers helpers) {
    if (Files.exists(folder)) {
      return;
    }
    Path draft = folder.resolveSibling(folder.getFileName() + ".draft");
    Trees.delete(draft);
    List<String> command =
        List.of(
            Jvm.java().toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djarmode=tools",
            "-jar",
            jar.path().toString(),
            "extract",
            "--destination",
            draft.toString());
    if (run(command, Map.of(), helpers) != 0) {
      throw new Failure(jar.path() + " could not be unpacked: " + log());
    }
    removeOlder();
    Trees.move(draft, folder);
  }

  /** Whether the start-up was neither learned nor tried to be learned for this jar. */
  boolean untrained() {
    return !Files.exists(cache()) && !Files.exists(failure());
  }

  /**
   * Starts the service up to the point where it would serve, and keeps what it loaded on the way.
   *
   * @return whether there is a cache now; without one the service only starts more slowly
   */
  boolean train(Map<String, String> environment, Helpers helpers) {
    Path draft = folder.resolve("draft.aot");
    List<String> command =
        command(List.of("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh"));
    boolean refreshed = run(command, environment, helpers) == 0;
    try {
      if (!refreshed) {
        // Nothing to learn from a start that failed; why it did is told when the service itself
        // starts.
        Files.deleteIfExists(draft);
      } else if (Files.exists(draft)) {
        Files.move(draft, cache());
      } else {
        Files.createFile(failure());
      }
      return Files.exists(cache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log of unpacking and training. */
  Path log() {
    return home.log(name + "-training");
  }

  private int run(List<String> command, Map<String, String> environment, Helpers helpers) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    Detached.narrow(builder, environment);
    return helpers.run(builder);
  }

  private void removeOlder() {
    try (Stream<Path> builds = Files.list(home.app(name))) {
      builds.filter(build -> !build.toString().endsWith(".draft")).forEach(Trees::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path cache() {
    return folder.resolve("start.aot");
  }

  private Path failure() {
    return folder.resolve("start.aot.failed");
  }
}
