package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.HomeLock;
import io.clipmeter.local.launcher.home.Settings;
import io.clipmeter.local.launcher.process.Waiting;
import io.clipmeter.local.launcher.session.Attachment;
import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.session.ReadyBlock;
import io.clipmeter.local.launcher.session.Up;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what is not running yet. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Builds what is missing, starts everything, loads demo data, prints what to do next.",
      "Harmless when all or some of it runs already: only the rest is started.",
      "Ctrl-C ends what it had started so far."
    })
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PART=NUMBER",
      description =
          "Another port for a part, for example gateway=8081. Can be repeated; remembered until"
              + " reset.")
  private List<String> ports = List.of();

  @Option(
      names = "--views",
      paramLabel = "FILE.csv",
      description =
          "Replays recorded views, one recorded day a tick, instead of the seeded model. Remembered"
              + " until reset; '--views none' goes back to the model.")
  private @Nullable String views;

  @Option(
      names = "--tick-length",
      paramLabel = "PT10S",
      description =
          "Moves the views on by itself, once in this time; without it only `tick` moves them.")
  private @Nullable Duration tickLength;

  @Option(names = "--attach", description = "Stays in the foreground; Ctrl-C stops everything.")
  private boolean attach;

  @Override
  public Integer call() {
    Installation installation;
    long begin;
    try (HomeLock lock = Installation.remembered().lock()) {
      waitFor(lock);
      // Read only now: whoever was waited for may have changed it.
      Installation remembered = Installation.remembered();
      installation = new Installation(remembered.home(), changed(remembered.settings()));
      begin = System.nanoTime();
      new Up(installation, System.out).run();
    }
    new ReadyBlock(installation, System.out).print(Duration.ofNanos(System.nanoTime() - begin));
    if (attach) {
      new Attachment(installation, System.out).stay();
    }
    return 0;
  }

  private Settings changed(Settings before) {
    Path file = views == null ? before.views() : recordedViews(views);
    Duration length = tickLength == null ? before.tickLength() : tickLength;
    return new Settings(before.ports().with(ports), file, length);
  }

  private static @Nullable Path recordedViews(String option) {
    if (option.equals("none")) {
      return null;
    }
    Path file =
        Path.of(System.getProperty("clipmeter.cwd", ""))
            .resolve(option)
            .toAbsolutePath()
            .normalize();
    if (!Files.isReadable(file)) {
      throw new Failure("--views: there is no readable file " + file + ".");
    }
    return file;
  }

  /** Returns when no other command changes what runs. */
  static void waitFor(HomeLock lock) {
    if (lock.tryToTake()) {
      return;
    }
    System.out.println(
        "Waiting for another clipmeter command to finish (" + holder(lock) + ") ...");
    Waiting.until(lock::tryToTake, Duration.ofHours(1), Duration.ofMillis(200));
  }

  private static String holder(HomeLock lock) {
    return lock.holder().isPresent() ? "process " + lock.holder().getAsLong() : "unknown process";
  }
}
