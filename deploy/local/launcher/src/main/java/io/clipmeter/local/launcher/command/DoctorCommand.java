package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.doctor.Doctor;
import io.clipmeter.local.launcher.doctor.Finding;
import io.clipmeter.local.launcher.engine.Postgres;
import io.clipmeter.local.launcher.home.Secrets;
import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.stack.PortCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Examines this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks whether this machine can run the stack; each problem comes with what to do.")
final class DoctorCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Installation installation = Installation.remembered();
    List<Finding> findings = new ArrayList<>(general(installation));
    findings.addAll(ports(installation));
    for (Finding finding : findings) {
      System.out.printf(
          "  %-8s  %-10s %s%n",
          finding.level().name().toLowerCase(Locale.ROOT), finding.what(), finding.seen());
    }
    boolean problem = findings.stream().anyMatch(each -> each.level() == Finding.Level.PROBLEM);
    System.out.println(problem ? "There are problems." : "Everything that is needed is there.");
    return problem ? 1 : 0;
  }

  private static List<Finding> general(Installation installation) {
    boolean running = installation.states().stream().anyMatch(part -> part.pid() != 0);
    Postgres postgres =
        new Postgres(
            installation.home(), installation.settings().ports(), new Secrets(installation.home()));
    return new Doctor(installation.home(), running).examine(postgres::accountName);
  }

  private static List<Finding> ports(Installation installation) {
    List<String> problems =
        PortCheck.beside(installation.home(), installation.stack(), installation.settings().ports())
            .problems(installation.stack().parts());
    return problems.isEmpty()
        ? List.of(new Finding(Finding.Level.OK, "ports", "all free, or held by this stack"))
        : problems.stream()
            .map(problem -> new Finding(Finding.Level.PROBLEM, "port", problem))
            .toList();
  }
}
