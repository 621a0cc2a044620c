package io.clipmeter.local.simulator;

import io.clipmeter.local.simulator.state.Ticks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Moves the ticks on by itself; at the end of a recording it goes silent. */
final class Metronome implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("metronome").unstarted(task));

  /** The first tick comes after one whole interval, also after a restart. */
  Metronome(Ticks ticks, Duration interval) {
    long millis = interval.toMillis();
    var unused =
        thread.scheduleAtFixedRate(() -> advance(ticks), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** A tick that cannot be kept is tried again: an exception would end the schedule silently. */
  private static void advance(Ticks ticks) {
    try {
      ticks.advance(1);
    } catch (UncheckedIOException problem) {
      System.err.println("The tick could not be kept: " + problem.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
