package io.clipmeter.tracking.writing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What was read is paid for: where the database fails in passing it is written again. Only for what
 * does no harm where it was written after all.
 */
public final class WriteRunner {
  private static final Logger LOG = LoggerFactory.getLogger(WriteRunner.class);
  private static final int TRIES_MAX = 4;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private WriteRunner() {}

  /**
   * Writes, up to four times, with pauses of 1.5 s in all.
   *
   * @param what for the log
   * @throws RuntimeException of the last try, or the first that is not passing
   */
  public static <T> T run(String what, Supplier<T> write) {
    int tries = 1;
    while (true) {
      try {
        return write.get();
      } catch (RuntimeException e) {
        if (tries == TRIES_MAX || !passing(e)) {
          throw e;
        }
        LOG.warn("{}: what was read is written again after: {}", what, e.toString());
      }
      LockSupport.parkNanos(PAUSE.multipliedBy(tries).toNanos());
      tries++;
    }
  }

  /** The same, of what has no result. */
  public static void run(String what, Runnable write) {
    run(
        what,
        () -> {
          write.run();
          return what;
        });
  }

  /** A deadlock, a pool that is empty, a database that changes hands: nobody's own fault. */
  public static boolean passing(RuntimeException failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof TransactionException;
  }
}
