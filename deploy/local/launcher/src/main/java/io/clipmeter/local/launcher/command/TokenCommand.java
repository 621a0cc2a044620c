package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.client.Person;
import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.session.Up;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a token and nothing else. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Prints a fresh token of admin, clipper (alice) or clipper2 (bob), and nothing else.")
final class TokenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PERSON", description = "admin, clipper or clipper2")
  private String person = "";

  @Override
  public Integer call() {
    System.out.println(Up.token(Installation.remembered(), Person.labelled(person)));
    return 0;
  }
}
