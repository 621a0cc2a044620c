package io.clipmeter.tracking.round;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.round.RoundClips.Judged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a round to its end, chunk by chunk: only clips that have no outcome yet, so that a round
 * can be taken up wherever it was left. Holds a few chunks at a time, however large the campaign.
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
  private final Semaphore chunks;

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
    this.chunks = new Semaphore(settings.parallelMax(), true);
  }

  /**
   * Reads what is unread and closes the round. Where the round was lost to another reader, or the
   * database fails, it stops: whoever holds the round next goes on.
   */
  void run(ClaimedRound round) {
    try {
      if (readAll(round)) {
        close(round, clock.instant());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("round {} is left for later: {}", round.id(), e.toString());
    }
  }

  private void close(ClaimedRound round, Instant now) {
    desk.close(round, now)
        .ifPresent(
            closed -> {
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
    List<RoundClip> chunk = next(round, platform, null);
    while (!chunk.isEmpty() && ours.get()) {
      List<RoundClip> taken = chunk;
      threads.execute(() -> read(round, platform, taken, ours));
      chunk = next(round, platform, taken.getLast());
    }
    if (!chunk.isEmpty()) {
      chunks.release();
    }
  }

  /** The next chunk, once there is room for it. Where there is one, a permit goes with it. */
  private List<RoundClip> next(ClaimedRound round, Platform platform, @Nullable RoundClip after)
      throws InterruptedException {
    chunks.acquire();
    List<RoundClip> chunk = List.of();
    try {
      chunk = clips.unread(round, platform, after, settings.chunkMax());
      return chunk;
    } finally {
      if (chunk.isEmpty()) {
        chunks.release();
      }
    }
  }

  private void read(
      ClaimedRound round, Platform platform, List<RoundClip> chunk, AtomicBoolean ours) {
    try {
      List<Judged> judged = reader.read(round, platform, chunk);
      if (desk.record(round, judged, clock.instant())) {
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
      chunks.release();
    }
  }
}
