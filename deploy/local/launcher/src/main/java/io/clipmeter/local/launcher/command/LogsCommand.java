package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.process.LogFile;
import io.clipmeter.local.launcher.session.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of a part. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Shows the last lines of a part's log.")
final class LogsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SERVICE",
      description = "A part, for example tracking, gateway, postgres or kafka.")
  private String part = "";

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "50",
      description = "How many; ${DEFAULT-VALUE} unless told.")
  private int lines = 50;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() {
    Installation installation = Installation.remembered();
    Path path = installation.home().log(installation.stack().part(part).name());
    if (!Files.exists(path)) {
      throw new Failure(part + " has no log yet: it never ran.");
    }
    LogFile log = new LogFile(path);
    log.tail(lines).forEach(System.out::println);
    if (follow) {
      log.follow(System.out);
    }
    return 0;
  }
}
