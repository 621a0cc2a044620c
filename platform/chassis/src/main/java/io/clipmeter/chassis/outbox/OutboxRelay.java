package io.clipmeter.chassis.outbox;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends committed rows to Kafka. A shard is sent by one relay at a time, whose row lock lasts until
 * the broker has acknowledged and the new position commits: several instances share the shards,
 * none repeats or overtakes another. Where a relay dies between the two, the tail of its shard is
 * sent again, in order, under the same event ids.
 */
final class OutboxRelay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  private final OutboxRows rows;
  private final Dispatch dispatch;
  private final OutboxSettings settings;
  private final TransactionTemplate transaction;
  private final Semaphore wake;
  private volatile boolean running;
  private @Nullable Thread thread;

  OutboxRelay(
      OutboxRows rows,
      Dispatch dispatch,
      OutboxSettings settings,
      TransactionTemplate transaction,
      Semaphore wake) {
    this.rows = rows;
    this.dispatch = dispatch;
    this.settings = settings;
    this.transaction = transaction;
    this.wake = wake;
  }

  @Override
  public void start() {
    running = true;
    // A producer is handed one record after the other, and its own thread shares its locks: too
    // short
    // to leave a carrier for each of them.
    thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
  }

  private void run() {
    while (running) {
      if (!relayed()) {
        rest();
      }
    }
  }

  /**
   * True where there may be more. Nothing but the end of the virtual machine ends this thread: a
   * service whose events stay here looks well from outside.
   */
  private boolean relayed() {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> relay()));
    } catch (Throwable failure) {
      if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
        throw failure;
      }
      LOG.warn("outbox relay pauses: {}", failure.toString());
      reset();
      return false;
    }
  }

  private void reset() {
    try {
      dispatch.reset();
    } catch (RuntimeException e) {
      LOG.warn("the producer did not close well: {}", e.toString());
    }
  }

  /** One round over the shards that are free; true where there may be more. */
  boolean relay() {
    Map<Integer, Long> claimed = rows.claim();
    if (claimed.isEmpty()) {
      return false;
    }
    rows.relayed(dispatch.send(rows.next(claimed, settings.batchMax())));
    return true;
  }

  private void rest() {
    try {
      if (wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    wake.release();
    Thread relaying = thread;
    if (relaying != null) {
      join(relaying);
    }
    dispatch.reset();
  }

  private void join(Thread relaying) {
    try {
      relaying.join(settings.sendTimeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
