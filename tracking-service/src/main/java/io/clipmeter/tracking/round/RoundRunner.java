package io.clipmeter.tracking.round;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.round.RoundClips.Chunk;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.round.RoundDesk.Written;
import io.clipmeter.tracking.writing.WriteRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
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

  /** Each reading costs money, and what is refused once mostly is again. */
  private static final Duration REFUSED_FOR = Duration.ofHours(1);

  private final RoundClips clips;
  private final RoundDesk desk;
  private final RoundReader reader;
  private final RoundMeters meters;
  private final RoundSettings settings;
  private final Clock clock;
  private final Semaphore inHand;
  private final Semaphore connections;
  private final Map<UUID, Instant> refused = new ConcurrentHashMap<>();

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

  /** How a round stands while it is read. */
  private enum Hold {
    OURS,
    /** Another has it, or a chunk of it cannot be written: its lease is the pause before a next. */
    STOPPED,
    /** The database failed in passing for too long: another may go on at once. */
    GIVEN_BACK,
    /** Its last chunk has ended it. */
    CLOSED
  }

  /**
   * Reads what is unread and closes the round. Where the round was lost to another reader, or the
   * database fails, it stops: whoever holds the round next goes on.
   */
  void run(ClaimedRound round) {
    try {
      switch (readAll(round)) {
        case OURS -> connected(() -> desk.close(round, clock.instant())).ifPresent(this::tellOfEnd);
        case CLOSED -> LOG.debug("round {} ended with its last chunk", round.id());
        case STOPPED -> LOG.debug("round {} is left until its lease ends", round.id());
        case GIVEN_BACK -> connected(() -> desk.giveBack(round, clock.instant()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("round {} is left for later: {}", round.id(), e.toString());
    }
  }

  private void tellOfEnd(Round closed) {
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
  }

  private Hold readAll(ClaimedRound round) throws InterruptedException {
    AtomicReference<Hold> hold = new AtomicReference<>(Hold.OURS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Platform platform : connected(() -> clips.unreadOn(round))) {
        readAll(round, platform, threads, hold);
      }
    }
    return hold.get();
  }

  private void readAll(
      ClaimedRound round, Platform platform, ExecutorService threads, AtomicReference<Hold> hold)
      throws InterruptedException {
    Chunk chunk = next(round, platform, null);
    while (!chunk.clips().isEmpty()) {
      List<RoundClip> taken = chunk.clips();
      threads.execute(() -> read(round, platform, taken, hold));
      if (!chunk.more() || hold.get() != Hold.OURS) {
        return;
      }
      chunk = next(round, platform, taken.getLast());
    }
  }

  /** The next chunk, once there is room for it; who reads it makes room again. */
  private Chunk next(ClaimedRound round, Platform platform, @Nullable RoundClip after)
      throws InterruptedException {
    inHand.acquire(settings.chunkMax());
    int taken = 0;
    try {
      Chunk chunk = connected(() -> clips.unread(round, platform, after, settings.chunkMax()));
      taken = chunk.clips().size();
      return chunk;
    } finally {
      inHand.release(settings.chunkMax() - taken);
    }
  }

  private void read(
      ClaimedRound round, Platform platform, List<RoundClip> chunk, AtomicReference<Hold> hold) {
    try {
      Written written = inParts(round, judged(round, platform, chunk), hold);
      if (written.ours()) {
        written.closed().ifPresent(this::tellOfEnd);
        written.closed().ifPresent(closed -> hold.set(Hold.CLOSED));
      } else {
        meters.fencedOff();
        LOG.warn("round {} went to another reader; nothing of this chunk counts", round.id());
        hold.set(Hold.STOPPED);
      }
    } catch (RuntimeException e) {
      LOG.warn("round {}: a chunk could not be written: {}", round.id(), e.toString());
      if (WriteRunner.passing(e)) {
        hold.compareAndSet(Hold.OURS, Hold.GIVEN_BACK);
      } else {
        hold.set(Hold.STOPPED);
      }
    } finally {
      inHand.release(chunk.size());
    }
  }

  /** A clip whose reading could not be kept is not bought again soon. */
  private List<Judged> judged(ClaimedRound round, Platform platform, List<RoundClip> chunk) {
    Instant now = clock.instant();
    refused.values().removeIf(until -> !until.isAfter(now));
    Set<UUID> aside = Set.copyOf(refused.keySet());
    List<RoundClip> asked = chunk.stream().filter(clip -> !aside.contains(clip.id())).toList();
    List<Judged> judged = new ArrayList<>();
    if (!asked.isEmpty()) {
      judged.addAll(reader.read(round, platform, asked));
    }
    chunk.stream()
        .filter(clip -> aside.contains(clip.id()))
        .forEach(clip -> judged.add(reader.unread(platform, clip)));
    return judged;
  }

  /**
   * What was read is paid for: of a chunk that the database refuses for good all is written but the
   * clip that it refuses.
   */
  private Written inParts(ClaimedRound round, List<Judged> judged, AtomicReference<Hold> hold) {
    try {
      return counted(judged, recorded(round, judged));
    } catch (RuntimeException e) {
      if (WriteRunner.passing(e)) {
        throw e;
      }
      if (judged.size() == 1) {
        return aside(round, judged.getFirst(), hold, e);
      }
    }
    int half = judged.size() / 2;
    Written first = inParts(round, judged.subList(0, half), hold);
    return first.ours() ? inParts(round, judged.subList(half, judged.size()), hold) : first;
  }

  private Written counted(List<Judged> judged, Written written) {
    if (written.ours()) {
      meters.read(judged);
    }
    return written;
  }

  /** Without its numbers it may well be written; where not, the round waits for a person. */
  private Written aside(
      ClaimedRound round, Judged judged, AtomicReference<Hold> hold, RuntimeException why) {
    RoundClip clip = judged.clip();
    LOG.error(
        "round {}: what was read of clip {} cannot be written: {}",
        round.id(),
        clip.id(),
        why.toString());
    meters.refused();
    refused.put(clip.id(), clock.instant().plus(REFUSED_FOR));
    List<Judged> without = List.of(reader.unread(clip.video().key().platform(), clip));
    try {
      return counted(without, recorded(round, without));
    } catch (RuntimeException e) {
      if (WriteRunner.passing(e)) {
        throw e;
      }
      LOG.error("round {}: clip {} keeps it open: {}", round.id(), clip.id(), e.toString());
      hold.compareAndSet(Hold.OURS, Hold.STOPPED);
      return new Written(true, Optional.empty());
    }
  }

  private Written recorded(ClaimedRound round, List<Judged> judged) {
    return WriteRunner.run(
        "round " + round.id(), () -> connected(() -> desk.record(round, judged, clock.instant())));
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
