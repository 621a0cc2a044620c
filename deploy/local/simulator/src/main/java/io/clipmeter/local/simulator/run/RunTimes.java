package io.clipmeter.local.simulator.run;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param ready before a run starts to work
 * @param running to work, whatever it has to do
 * @param perItem in addition for each item
 * @param syncMax how long the call that answers with items waits for them
 */
public record RunTimes(Duration ready, Duration running, Duration perItem, Duration syncMax) {
  /** Quick enough for a demo, slow enough that every state is seen. */
  public static final RunTimes USUAL =
      new RunTimes(
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          Duration.ofNanos(100_000),
          Duration.ofSeconds(300));

  /** The same, but each run takes so long in all, whatever it has to do. */
  public RunTimes taking(Duration whole) {
    return new RunTimes(Duration.ZERO, whole, Duration.ZERO, syncMax);
  }
}
