package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Api;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.session.Installation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lets the simulated platforms move on. */
@Command(
    name = "tick",
    mixinStandardHelpOptions = true,
    description = "Moves the simulated platforms on: views grow, or the next recorded day begins.")
final class TickCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Parameters(
      paramLabel = "N",
      defaultValue = "1",
      arity = "0..1",
      description = "How many times; ${DEFAULT-VALUE} unless told.")
  private int times = 1;

  @Override
  public Integer call() {
    if (times < 1) {
      throw new Failure("tick takes a number from 1 on.");
    }
    Api simulator = new Api(Installation.remembered().addresses().simulator(), "", PATIENCE);
    Answer answer =
        simulator.post(
            "/simulator/tick", JsonNodeFactory.instance.objectNode().put("ticks", times));
    if (!answer.ok()) {
      throw new Failure(
          answer.body().path("error").path("message").asString("The simulator refuses to move on.")
              + ".");
    }
    System.out.println(answer.body());
    return 0;
  }
}
