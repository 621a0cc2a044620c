package io.clipmeter.local.launcher.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that cannot be subscribed to. */
public final class Waiting {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Waiting() {}

  /**
   * Asks again and again until the answer is yes or the time is over.
   *
   * @return whether the answer was yes in time
   */
  public static boolean until(BooleanSupplier question, Duration within, Duration between) {
    long end = System.nanoTime() + within.toNanos();
    while (!question.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      pause(between);
    }
    return true;
  }

  /** Lets time pass. An interruption ends the command that waits. */
  public static void pause(Duration time) {
    try {
      boolean happened = NEVER.await(time.toNanos(), TimeUnit.NANOSECONDS);
      assert !happened;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
