package io.clipmeter.local.launcher.session;

import io.clipmeter.local.launcher.client.Person;
import io.clipmeter.local.launcher.client.Tokens;
import io.clipmeter.local.launcher.demo.DemoData;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.SettingsFile;
import io.clipmeter.local.launcher.stack.Progress;
import io.clipmeter.local.launcher.stack.Starter;
import java.io.PrintStream;
import java.time.Clock;

/** Starts the stack and loads the demo data. */
public final class Up {
  private final Installation installation;
  private final PrintStream out;

  public Up(Installation installation, PrintStream out) {
    this.installation = installation;
    this.out = out;
  }

  /**
   * Starts what is missing, remembers the settings that it was started with, and loads the demo
   * data.
   */
  public void run() {
    out.println("Starting Clipmeter in " + installation.home().root());
    try (Progress progress = new Progress(out, Terminal.interactive())) {
      new Starter(installation.home(), installation.stack(), progress)
          .start(installation.settings().ports());
      new SettingsFile(installation.home()).write(installation.settings());
      loadDemoData(progress);
    }
  }

  /** The stack is of use without demo data, so their failure is told and not more. */
  private void loadDemoData(Progress progress) {
    if (installation.settings().views() != null) {
      progress.says("demo data", "none: their videos are not among the recorded ones");
      return;
    }
    DemoData data =
        new DemoData(
            installation.addresses(), installation.home().data("demo-data"), Clock.systemUTC());
    try {
      progress.says("demo data", data.load());
    } catch (Failure e) {
      progress.says("demo data", "not loaded, the next up tries again: " + e.getMessage());
    }
  }

  public static String token(Installation installation, Person person) {
    return new Tokens(installation.addresses().issuer()).of(person);
  }
}
