package io.clipmeter.local.simulator;

import java.time.Clock;

/** Starts the simulator, or says in one sentence why not and exits with 1. */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Takes everything from the environment, see {@code README.md}. */
  public static void main(String[] args) {
    // Read by the JDK's server when it is first used: without the first every answer waits for the
    // client's delayed acknowledgement; the second outlives the idle connections of HTTP clients.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    try {
      var simulator =
          Simulator.start(
              SimulatorSettings.of(System.getenv()),
              SimulatorSettings.times(System.getenv()),
              Clock.systemUTC());
      System.out.println("The simulator answers on http://127.0.0.1:" + simulator.port());
    } catch (CannotStart problem) {
      System.err.println(problem.getMessage());
      System.exit(1);
    }
  }
}
