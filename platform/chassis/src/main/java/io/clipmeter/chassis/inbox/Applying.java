package io.clipmeter.chassis.inbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what a memory has gathered in a thread beside, so that the next records are read
 * meanwhile. Until it has ended nobody else may touch that memory.
 */
final class Applying {
  private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

  private final String name;
  private @Nullable FutureTask<?> work;

  Applying(String name) {
    this.name = name;
  }

  void begin(Runnable task) {
    FutureTask<?> next = new FutureTask<>(task, null);
    work = next;
    Thread.ofPlatform().name(name + "-applies").start(next);
  }

  boolean underway() {
    return work != null;
  }

  /** Whether it ended in this time. Throws what it failed with. */
  boolean endsWithin(long millis) {
    FutureTask<?> awaited = work;
    if (awaited == null) {
      return true;
    }
    try {
      awaited.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillAtWork) {
      return false;
    } catch (ExecutionException failed) {
      work = null;
      throw unwrapped(failed);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
    work = null;
    return true;
  }

  /** Waits until it has ended, in whichever way. */
  void end() {
    try {
      endsWithin(Long.MAX_VALUE);
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} fails, and is not needed any more: {}", name, failure.toString());
    }
  }

  private static RuntimeException unwrapped(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      case null, default -> new IllegalStateException(failed);
    };
  }
}
