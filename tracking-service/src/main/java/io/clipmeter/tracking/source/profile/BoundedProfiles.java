package io.clipmeter.tracking.source.profile;

import io.clipmeter.events.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads so many profiles at a time, for somebody who waits so long for the answer. A reading that
 * takes longer is paid all the same: it goes on in its thread, and whoever asks next has its
 * answer.
 */
public final class BoundedProfiles implements ProfileSource, AutoCloseable {
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final ProfileSource source;
  private final Duration readingFor;
  private final Semaphore free;
  private final Map<Account, Late> late = new ConcurrentHashMap<>();
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

  private record Account(Platform platform, String handle) {}

  /**
   * A reading that nobody waits for any more.
   *
   * @param since by {@link System#nanoTime()}
   */
  private record Late(Future<ProfileReading> reading, long since) {
    /** What a profile showed long ago says nothing of now. */
    boolean over() {
      return reading.isDone() && System.nanoTime() - since > KEPT_FOR.toNanos();
    }
  }

  @Override
  public ProfileReading read(Platform platform, String handle) {
    Account account = new Account(platform, handle);
    late.values().removeIf(Late::over);
    Late before = late.remove(account);
    if (before == null && !free.tryAcquire()) {
      return new ProfileReading.Unknown("too many profiles at once");
    }
    return awaited(
        account,
        before != null
            ? before
            : new Late(threads.submit(() -> readAndMakeRoom(account)), System.nanoTime()));
  }

  private ProfileReading awaited(Account account, Late begun) {
    Future<ProfileReading> reading = begun.reading();
    try {
      return reading.get(readingFor.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      late.put(account, begun);
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

  /** A reading that nobody waits for holds its place until its thread has ended. */
  private ProfileReading readAndMakeRoom(Account account) {
    try {
      return source.read(account.platform(), account.handle());
    } finally {
      free.release();
    }
  }
}
