package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.process.Detached;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Launch;
import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.process.ProcessId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one {@code up} has started so far. Once it is given up, nothing starts any more. */
final class StartedParts {
  private final PidFiles pidFiles;
  private final Helpers helpers = new Helpers();
  private final List<String> names = new ArrayList<>();
  private boolean givenUp;

  StartedParts(PidFiles pidFiles) {
    this.pidFiles = pidFiles;
  }

  Helpers helpers() {
    return helpers;
  }

  /** Starts a process and notes it down before anything else can happen. */
  synchronized Process start(Launch launch) {
    if (givenUp) {
      throw new IllegalStateException("the command is ending");
    }
    Process process = Detached.start(launch);
    names.add(launch.part());
    Optional<ProcessId> id = ProcessId.of(process.pid());
    id.ifPresent(
        alive -> pidFiles.write(launch.part(), new PidFiles.Entry(alive, launch.fingerprint())));
    return process;
  }

  /** Lets nothing start any more. Returns what was started until now. */
  List<String> giveUp() {
    helpers.endAll();
    synchronized (this) {
      givenUp = true;
      return List.copyOf(names);
    }
  }
}
