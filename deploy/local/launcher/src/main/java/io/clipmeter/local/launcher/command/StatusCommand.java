package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.session.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what runs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows what runs, where, and how much memory it holds.")
final class StatusCommand implements Callable<Integer> {
  /** The forms of the answer. */
  enum Form {
    table,
    json,
    env
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "table",
      description =
          "${COMPLETION-CANDIDATES}; env prints lines for a shell, with the passwords of the"
              + " databases.")
  private Form form = Form.table;

  @Override
  public Integer call() {
    Installation installation = Installation.remembered();
    StatusReport report = new StatusReport(installation);
    System.out.print(
        switch (form) {
          case table -> report.table(installation.states());
          case json -> report.json(installation.states());
          case env -> report.env();
        });
    return 0;
  }
}
