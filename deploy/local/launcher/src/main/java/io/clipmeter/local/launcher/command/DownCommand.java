package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.HomeLock;
import io.clipmeter.local.launcher.process.Waiting;
import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.stack.Stopper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything; data stay. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops everything. Data stay; up goes on with them.")
final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public Integer call() {
    stop(Installation.remembered());
    return 0;
  }

  /** Ends an up that is still at work, then every part. */
  static void stop(Installation installation) {
    try (HomeLock lock = installation.lock()) {
      take(lock);
      List<String> stopped = Collections.synchronizedList(new ArrayList<>());
      new Stopper(installation.home())
          .stopAll(
              installation.stack(),
              name -> {
                stopped.add(name);
                System.out.printf("  %-12s stopped%n", name);
              });
      if (stopped.isEmpty()) {
        System.out.println("Nothing was running.");
      }
    }
  }

  private static void take(HomeLock lock) {
    if (lock.tryToTake()) {
      return;
    }
    System.out.println("Ending the clipmeter command that is at work ...");
    lock.holder().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
    if (!Waiting.until(lock::tryToTake, PATIENCE, Duration.ofMillis(100))) {
      throw new Failure("Another clipmeter command is at work and does not end.");
    }
  }
}
