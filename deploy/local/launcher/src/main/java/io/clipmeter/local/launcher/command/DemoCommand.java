package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.demo.Demo;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.HomeLock;
import io.clipmeter.local.launcher.session.Installation;
import io.clipmeter.local.launcher.session.Up;
import io.clipmeter.local.launcher.stack.PartState;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Walks the whole journey and checks every sum. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Drives the whole journey through the gateway, from a campaign to a paid cent, prints each"
          + " step with what came in and out, and checks the sums to the micro-unit.",
      "Starts what is not running. Exit code 1 if anything differs. Can be repeated."
    })
final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Installation installation = Installation.remembered();
    if (installation.settings().views() != null) {
      throw new Failure(
          "The simulator replays recorded views and knows no fresh videos: `%s up --views none` brings its model back."
              .formatted(Installation.script()));
    }
    if (installation.states().stream().anyMatch(part -> part.state() != PartState.State.READY)) {
      try (HomeLock lock = installation.lock()) {
        UpCommand.waitFor(lock);
        new Up(installation, System.out).run();
      }
    }
    return new Demo(installation.addresses(), Clock.systemUTC(), System.out).run() ? 0 : 1;
  }
}
