package io.clipmeter.local.launcher.doctor;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Versions;
import io.clipmeter.local.launcher.machine.Programs;
import io.clipmeter.local.launcher.machine.ResidentMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines this machine. */
public final class Doctor {
  private static final long DISK_NEEDED_MEGABYTES = 3_000;
  private static final long MEMORY_NEEDED_MEGABYTES = 3_000;

  private final Home home;
  private final boolean running;

  /**
   * @param running whether the stack runs, and so has its memory already
   */
  public Doctor(Home home, boolean running) {
    this.home = home;
    this.running = running;
  }

  /**
   * All but the ports.
   *
   * @param postgresAccount tells under which account PostgreSQL would run, or throws a {@link
   *     Failure}
   */
  public List<Finding> examine(Supplier<String> postgresAccount) {
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk());
    findings.add(versions());
    findings.add(system(postgresAccount));
    findings.add(disk());
    findings.add(memory());
    findings.add(writable());
    findings.add(program("curl", "for the lines that up prints"));
    findings.add(program("kcat", "for reading topics; apt install kcat, brew install kcat"));
    findings.add(docker());
    return findings;
  }

  private static Finding jdk() {
    String seen = Runtime.version() + " in " + System.getProperty("java.home");
    return Runtime.version().feature() == 25
        ? Finding.ok("JDK", seen)
        : Finding.problem("JDK", seen + ": a JDK 25 is needed, point JAVA_HOME at one");
  }

  private static Finding versions() {
    Versions versions = Versions.ofThisBuild();
    return Finding.ok(
        "versions",
        "Clipmeter %s, PostgreSQL %s, Kafka %s"
            .formatted(versions.clipmeter(), versions.postgres(), versions.kafka()));
  }

  private static Finding system(Supplier<String> postgresAccount) {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    try {
      return Finding.ok("system", system + ", PostgreSQL runs as " + postgresAccount.get());
    } catch (Failure e) {
      return Finding.problem("system", system + ": " + e.getMessage());
    }
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(home.folder("")).getUsableSpace() / 1_000_000;
      String seen = free + " MB free for " + home.state();
      return free >= DISK_NEEDED_MEGABYTES
          ? Finding.ok("disk", seen)
          : Finding.problem(
              "disk", seen + ": make room, " + DISK_NEEDED_MEGABYTES + " MB are needed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Finding memory() {
    long free = ResidentMemory.availableMegabytes();
    if (free < 0) {
      return Finding.optional("memory", "this system does not say; 2500 MB are needed");
    }
    String seen = free + " MB available" + (running ? " besides the running stack" : "");
    return running || free >= MEMORY_NEEDED_MEGABYTES
        ? Finding.ok("memory", seen)
        : Finding.problem("memory", seen + ": end other programs, the stack needs 2500 MB");
  }

  private Finding writable() {
    Path folder = home.folder("");
    return Files.isWritable(folder)
        ? Finding.ok("folder", folder + " can be written")
        : Finding.problem("folder", folder + " cannot be written: make it yours with chown");
  }

  private static Finding program(String name, String use) {
    Optional<Path> path = Programs.find(name);
    return path.isPresent()
        ? Finding.ok(name, path.get().toString())
        : Finding.optional(name, "not found; " + use);
  }

  private static Finding docker() {
    if (Programs.find("docker").isEmpty()) {
      return Finding.optional("Docker", "not found; the stack does not need it");
    }
    return Programs.output("docker", "version", "--format", "{{.Server.Version}}")
        .map(version -> Finding.ok("Docker", version.strip() + "; the stack does not need it"))
        .orElse(
            Finding.optional(
                "Docker", "installed, but no server answers; the stack does not need it"));
  }
}
