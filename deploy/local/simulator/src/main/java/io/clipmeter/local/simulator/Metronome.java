package io.clipmeter.local.simulator;

import io.clipmeter.local.simulator.state.Ticks;
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
        thread.scheduleAtFixedRate(() -> ticks.advance(1), millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
