package io.clipmeter.local.launcher;

import io.clipmeter.local.launcher.command.Commands;

/** The {@code ./clipmeter} command. */
public final class Clipmeter {
  private Clipmeter() {}

  /**
   * Runs one command. With {@code -Dclipmeter.rehearsal=true} it runs the short ones instead, for
   * the cache of what they load and link.
   */
  public static void main(String[] arguments) {
    if (Boolean.getBoolean("clipmeter.rehearsal")) {
      Commands.execute("status");
      Commands.execute("status", "-o", "env");
      Commands.execute("token", "admin");
      return;
    }
    System.exit(Commands.execute(arguments));
  }
}
