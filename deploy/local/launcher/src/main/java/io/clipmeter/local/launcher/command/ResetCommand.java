package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.disk.Trees;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.session.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything and deletes what it has stored. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "Stops everything and deletes all data, secrets, logs and remembered flags of the local"
          + " stack.",
      "What was unpacked or built stays."
    })
final class ResetCommand implements Callable<Integer> {
  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  @Override
  public Integer call() {
    Installation installation = Installation.remembered();
    Home home = installation.home();
    if (!yes && !Terminal.interactive()) {
      throw new Failure(
          "reset deletes all data of the local stack; without a terminal to ask at it needs"
              + " --yes.");
    }
    if (!yes && !Terminal.confirms("Delete all data of the local stack in " + home.state() + "?")) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    DownCommand.stop(installation);
    Trees.delete(home.folder("data"));
    Trees.delete(home.folder("logs"));
    Trees.delete(home.pidFiles());
    Trees.delete(home.secrets());
    Trees.delete(home.config());
    System.out.println("All data are deleted; ./clipmeter up begins anew.");
    return 0;
  }
}
