package io.clipmeter.local.launcher.session;

import java.io.Console;

/** What is at the other end of this command. */
public final class Terminal {
  private Terminal() {}

  /** Whether a person sees the output and can answer. */
  public static boolean interactive() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Whether the person answers with yes. */
  public static boolean confirms(String question) {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    String answer = console.readLine("%s [y/N] ", question);
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }
}
