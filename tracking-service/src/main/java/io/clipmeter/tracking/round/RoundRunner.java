package io.clipmeter.tracking.round;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.round.RoundClips.Judged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a round to its end, chunk by chunk: only clips that have no outcome yet, so that a round
 * can be taken up wherever it was left. Holds so many clips at a time, however large the campaign;
 * campaigns come in turn, chunk by chunk. While providers are asked no connection is held.
 */
@Component
class RoundRunner {
  private static final Logger LOG = LoggerFactory.getLogger(RoundRunner.class);

  private final RoundClips clips;
  private final RoundDesk desk;
  private final RoundReader reader;
  private final RoundMeters meters;
  private final RoundSettings settings;
  private final Clock clock;
  private final Semaphore inHand;
  private final Semaphore connections;

  RoundRunner(
      RoundClips clips,
      RoundDesk desk,
      RoundReader reader,
      RoundMeters meters,
      RoundSettings settings,
      Clock clock) {
    this.clips = clips;
    this.desk = desk;
    this.reader = reader;
    this.meters = meters;
    this.settings = settings;
    this.clock = clock;
    this.inHand = new Semaphore(settings.clipsMax(), true);
    this.connections = new Semaphore(settings.connectionsMax(), true);
  }

  /**
   * Reads what is unread and closes the round. Where the round was lost to another reader, or the
   * database fails, it stops: whoever holds the round next goes on.
   */
  void run(ClaimedRound round) {
    try {
      if (readAll(round)) {
        close(round);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("round {} is left for later: {}", round.id(), e.toString());
    }
  }

  private void close(ClaimedRound round) {
    connected(() -> desk.close(round, clock.instant()))
        .ifPresent(
            closed -> {
              Instant now = Objects.requireNonNull(closed.closedAt());
              meters.closed(closed.claimedAt(), now);
              LOG.info(
                  "round {} of campaign {}: {}/{} clips read ({} %), {} gone, in {} s",
                  closed.number(),
                  closed.campaignId(),
                  closed.observed(),
                  closed.clips(),
                  closed.successPercent(),
                  closed.unavailable() - closed.unreadable(),
                  Duration.between(closed.claimedAt(), now).toSeconds());
            });
  }

  private boolean readAll(ClaimedRound round) throws InterruptedException {
    AtomicBoolean ours = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Platform platform : Platform.values()) {
        readAll(round, platform, threads, ours);
      }
    }
    return ours.get();
  }

  private void readAll(
      ClaimedRound round, Platform platform, ExecutorService threads, AtomicBoolean ours)
      throws InterruptedException {
    List<RoundClip> chunk = List.of();
    do {
      chunk = next(round, platform, chunk.isEmpty() ? null : chunk.getLast());
      if (!chunk.isEmpty()) {
        List<RoundClip> taken = chunk;
        threads.execute(() -> read(round, platform, taken, ours));
      }
    } while (chunk.size() == settings.chunkMax() && ours.get());
  }

  /** The next chunk, once there is room for it; who reads it makes room again. */
  private List<RoundClip> next(ClaimedRound round, Platform platform, @Nullable RoundClip after)
      throws InterruptedException {
    inHand.acquire(settings.chunkMax());
    int taken = 0;
    try {
      List<RoundClip> chunk =
          connected(() -> clips.unread(round, platform, after, settings.chunkMax()));
      taken = chunk.size();
      return chunk;
    } finally {
      inHand.release(settings.chunkMax() - taken);
    }
  }

  private void read(
      ClaimedRound round, Platform platform, List<RoundClip> chunk, AtomicBoolean ours) {
    try {
      List<Judged> judged = reader.read(round, platform, chunk);
      if (connected(() -> desk.record(round, judged, clock.instant()))) {
        meters.read(judged);
      } else {
        meters.fencedOff();
        LOG.warn("round {} went to another reader; nothing of this chunk counts", round.id());
        ours.set(false);
      }
    } catch (RuntimeException e) {
      LOG.warn("round {}: a chunk could not be written: {}", round.id(), e.toString());
      ours.set(false);
    } finally {
      inHand.release(chunk.size());
    }
  }

  private <T> T connected(Supplier<T> work) {
    connections.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      connections.release();
    }
  }
}
