package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.log.LogFile;
import io.clipmeter.local.launcher.log.LogLine;
import io.clipmeter.local.launcher.session.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Option(names = "--json", description = "Shows the lines as the service writes them.")
  private boolean json;

  @Override
  public Integer call() {
    Installation installation = Installation.remembered();
    Path path = installation.home().log(installation.stack().part(part).name());
    if (!Files.exists(path)) {
      throw new Failure(part + " has no log yet: it never ran.");
    }
    LogFile log = new LogFile(path);
    log.tail(lines).forEach(this::print);
    if (follow) {
      log.follow(this::print);
    }
    return 0;
  }

  private void print(String line) {
    List<String> printed = json ? List.of(line) : LogLine.readable(line);
    printed.forEach(System.out::println);
  }
}
