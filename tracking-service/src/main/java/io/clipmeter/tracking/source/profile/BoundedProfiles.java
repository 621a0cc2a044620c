package io.clipmeter.tracking.source.profile;

import io.clipmeter.events.Platform;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads so many profiles at a time and each for so long, for somebody who waits for the answer.
 * Each is read in a thread of its own, which is interrupted when its time is up.
 */
public final class BoundedProfiles implements ProfileSource, AutoCloseable {
  private final ProfileSource source;
  private final Duration readingFor;
  private final Semaphore free;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param atOnceMax profiles that are read at a time; beyond it nobody waits
   * @param readingFor longest wait for one
   */
  public BoundedProfiles(ProfileSource source, int atOnceMax, Duration readingFor) {
    this.source = source;
    this.readingFor = readingFor;
    this.free = new Semaphore(atOnceMax);
  }

  @Override
  public ProfileReading read(Platform platform, String handle) {
    if (!free.tryAcquire()) {
      return new ProfileReading.Unknown("too many profiles at once");
    }
    Future<ProfileReading> reading = threads.submit(() -> readAndMakeRoom(platform, handle));
    try {
      return reading.get(readingFor.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // A reading that is given up still holds its place until its thread has ended.
      reading.cancel(true);
      return new ProfileReading.Unknown("no profile in time");
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a profile was not read", fault.getCause());
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      return new ProfileReading.Unknown("interrupted");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private ProfileReading readAndMakeRoom(Platform platform, String handle) {
    try {
      return source.read(platform, handle);
    } finally {
      free.release();
    }
  }
}
