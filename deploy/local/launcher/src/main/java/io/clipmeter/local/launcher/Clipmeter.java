package io.clipmeter.local.launcher;

import io.clipmeter.local.launcher.command.Commands;

/** The {@code ./clipmeter} command. */
public final class Clipmeter {
  private Clipmeter() {}

  public static void main(String[] arguments) {
    System.exit(Commands.execute(arguments));
  }
}
