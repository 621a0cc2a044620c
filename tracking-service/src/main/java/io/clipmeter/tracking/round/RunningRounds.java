package io.clipmeter.tracking.round;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The rounds that this instance reads, and the heartbeat that keeps their leases alive. */
@Component
public class RunningRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RunningRounds.class);
  private static final int BEATS_PER_LEASE = 4;

  private final Map<UUID, ClaimedRound> running = new ConcurrentHashMap<>();
  private final Rounds rounds;
  private final RoundRunner runner;
  private final RoundMeters meters;
  private final RoundSettings settings;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition anEnd = lock.newCondition();
  private @Nullable CountDownLatch stopped;

  RunningRounds(
      Rounds rounds, RoundRunner runner, RoundMeters meters, RoundSettings settings, Clock clock) {
    this.rounds = rounds;
    this.runner = runner;
    this.meters = meters;
    this.settings = settings;
    this.clock = clock;
  }

  /** How many more rounds this instance should take up by itself, 0 or more. */
  public int room() {
    return Math.max(0, settings.roundsMax() - running.size());
  }

  /**
   * Keeps the lease of a round alive that was claimed and is to begin when others are claimed, too.
   * Whoever keeps one must begin it.
   */
  public void keep(ClaimedRound round) {
    running.put(round.id(), round);
  }

  /** Reads a round that was claimed, in the background. */
  public void begin(ClaimedRound round) {
    meters.claimed();
    goOn(round);
  }

  /** Goes on reading a round that was taken over, in the background. */
  public void resume(ClaimedRound round) {
    meters.resumed();
    goOn(round);
  }

  private void goOn(ClaimedRound round) {
    keep(round);
    Thread.ofVirtual().name("round-" + round.id()).start(() -> runToTheEnd(round));
  }

  private void runToTheEnd(ClaimedRound round) {
    try {
      runner.run(round);
    } finally {
      // This hold only: the round may have come back to us under another token meanwhile.
      running.remove(round.id(), round);
      ended();
    }
  }

  private void ended() {
    lock.lock();
    try {
      anEnd.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a round that this instance reads comes to its end, at most this long. */
  public void awaitAnEnd(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      if (!anEnd.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.trace("no round ended within {}", patience);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopped = stop;
    Thread.ofVirtual().name("round-leases").start(() -> beat(stop));
  }

  private void beat(CountDownLatch stop) {
    long pause = settings.lease().dividedBy(BEATS_PER_LEASE).toMillis();
    try {
      while (!stop.await(pause, TimeUnit.MILLISECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    List<ClaimedRound> held = List.copyOf(running.values());
    if (held.isEmpty()) {
      return;
    }
    try {
      rounds.renew(held, clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("the leases of {} rounds could not be renewed: {}", held.size(), e.toString());
    }
  }

  @Override
  public void stop() {
    CountDownLatch stop = stopped;
    stopped = null;
    if (stop != null) {
      stop.countDown();
    }
    release();
  }

  /** What is still being read when the service stops counts for nothing; another reads it again. */
  private void release() {
    List<ClaimedRound> held = List.copyOf(running.values());
    if (held.isEmpty()) {
      return;
    }
    try {
      rounds.release(held, clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("{} rounds could not be given back: {}", held.size(), e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return stopped != null;
  }
}
