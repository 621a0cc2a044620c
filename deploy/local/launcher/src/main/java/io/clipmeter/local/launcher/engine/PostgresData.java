package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.disk.PrivateFiles;
import io.clipmeter.local.launcher.disk.Trees;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.process.Detached;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that PostgreSQL keeps its data in. */
final class PostgresData {
  private static final Path PROC = Path.of("/proc");
  private static final Duration ORPHANS_PATIENCE = Duration.ofSeconds(10);

  private final Home home;
  private final Path folder;
  private final Path log;

  PostgresData(Home home) {
    this.home = home;
    this.folder = home.data("postgres");
    this.log = home.log("postgres");
  }

  Path folder() {
    return folder;
  }

  boolean exists() {
    return Files.exists(folder);
  }

  /**
   * Makes an empty cluster: UTF-8, the built-in locale (the same order of texts on every machine),
   * passwords for everybody. It appears whole or not at all.
   */
  void make(Path initdb, PostgresAccount account, String superuserPassword, Helpers helpers) {
    Path draft = folder.resolveSibling("postgres.draft");
    Path passwordFile = folder.resolveSibling("postgres.password");
    try {
      Trees.delete(draft);
      Files.createDirectory(draft);
      PrivateFiles.write(passwordFile, superuserPassword);
      account.own(draft);
      account.own(passwordFile);
      run(initdb(initdb, draft, passwordFile), account, helpers);
      Trees.move(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Trees.delete(passwordFile);
    }
  }

  private static List<String> initdb(Path program, Path data, Path passwordFile) {
    return List.of(
        program.toString(),
        "--pgdata=" + data,
        "--username=" + Databases.SUPERUSER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--lc-messages=C");
  }

  private void run(List<String> initdb, PostgresAccount account, Helpers helpers) {
    List<String> command = new ArrayList<>(account.wrapper());
    command.addAll(initdb);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Detached.narrow(builder, Map.of("LC_ALL", "C"));
    if (helpers.run(builder) != 0) {
      throw new Failure("initdb failed.");
    }
  }

  /**
   * Clears away what a killed server left. Its lock file names a process that is gone, or worse,
   * one that has the number now; its last children may still be on their way out, and a new server
   * refuses to start beside them.
   */
  void clearLeftovers() {
    Waiting.until(this::unused, ORPHANS_PATIENCE, Duration.ofMillis(100));
    Trees.delete(folder.resolve("postmaster.pid"));
  }

  private boolean unused() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.noneMatch(process -> worksHere(process.pid()));
    }
  }

  private boolean worksHere(long pid) {
    try {
      return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).equals(folder);
    } catch (IOException e) {
      return false;
    }
  }
}
