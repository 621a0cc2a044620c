package io.clipmeter.local.launcher.session;

import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.HomeLock;
import io.clipmeter.local.launcher.home.Settings;
import io.clipmeter.local.launcher.home.SettingsFile;
import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.stack.PartState;
import io.clipmeter.local.launcher.stack.Stack;
import java.util.List;

/**
 * What every command works on.
 *
 * @param settings what was remembered, with the changes of this command
 */
public record Installation(Home home, Settings settings) {
  public static Installation remembered() {
    Home home = Home.ofThisProcess();
    return new Installation(home, new SettingsFile(home).read());
  }

  public Addresses addresses() {
    return new Addresses(settings.ports());
  }

  public Stack stack() {
    return Stack.of(home, settings);
  }

  public List<PartState> states() {
    return PartState.of(stack(), settings.ports(), new PidFiles(home));
  }

  public HomeLock lock() {
    return HomeLock.of(home);
  }

  /** How the person called the script, for lines that can be pasted. */
  public static String script() {
    return System.getProperty("clipmeter.command", "./clipmeter");
  }
}
