package io.clipmeter.local.launcher.session;

import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.process.Waiting;
import io.clipmeter.local.launcher.stack.Stopper;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stays with the running stack until the person or another command ends it. */
public final class Attachment {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Installation installation;
  private final PrintStream out;

  public Attachment(Installation installation, PrintStream out) {
    this.installation = installation;
    this.out = out;
  }

  /**
   * Returns when nothing runs any more. When this process is told to end, everything is ended
   * first.
   */
  public void stay() {
    out.println();
    out.println("Attached: Ctrl-C stops everything.");
    Thread end = new Thread(this::stopAll);
    Runtime.getRuntime().addShutdownHook(end);
    watch();
    Runtime.getRuntime().removeShutdownHook(end);
    out.println("Everything was stopped by another command.");
  }

  private void stopAll() {
    new Stopper(installation.home())
        .stopAll(installation.stack(), name -> out.printf("  %-12s stopped%n", name));
  }

  private void watch() {
    PidFiles pidFiles = new PidFiles(installation.home());
    List<String> names = installation.stack().parts().stream().map(part -> part.name()).toList();
    Set<String> gone = new HashSet<>();
    while (names.stream().anyMatch(name -> pidFiles.read(name).isPresent())) {
      for (String name : names) {
        boolean died = pidFiles.read(name).filter(entry -> !entry.process().alive()).isPresent();
        if (died && gone.add(name)) {
          out.printf(
              "  %-12s has ended by itself; `%s up` starts it again. Its log: %s%n",
              name, Installation.script(), installation.home().log(name));
        } else if (!died) {
          gone.remove(name);
        }
      }
      Waiting.pause(BETWEEN_LOOKS);
    }
  }
}
