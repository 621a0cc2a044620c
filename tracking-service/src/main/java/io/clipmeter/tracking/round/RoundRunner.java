package io.clipmeter.tracking.round;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.ReadingPolicy.History;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.ViewSources;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final ViewSources sources;
  private final RoundMeters meters;
  private final RoundSettings settings;
  private final Clock clock;
  private final Semaphore chunks;

  RoundRunner(
      RoundClips clips,
      RoundDesk desk,
      ViewSources sources,
      RoundMeters meters,
      RoundSettings settings,
      Clock clock) {
    this.clips = clips;
    this.desk = desk;
    this.sources = sources;
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
              LOG.info("round {} of campaign {} is closed", round.number(), round.campaignId());
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
      Answers answers =
          sources.read(platform, chunk.stream().map(RoundClip::video).toList(), kinds(chunk));
      List<Judged> judged = chunk.stream().map(clip -> judge(round, clip, answers)).toList();
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

  private static Map<VideoKey, Counts.Kind> kinds(List<RoundClip> chunk) {
    Map<VideoKey, Counts.Kind> kinds = new HashMap<>();
    for (RoundClip clip : chunk) {
      if (clip.lastKind() != null) {
        kinds.put(clip.video().key(), clip.lastKind());
      }
    }
    return kinds;
  }

  private static Judged judge(ClaimedRound round, RoundClip clip, Answers answers) {
    Answer answer = answers.of(clip.video().key());
    History history =
        new History(clip.lastViews(), clip.goneSaidIn(), round.number(), clip.lastKind());
    return new Judged(clip, answer, ReadingPolicy.judge(answer.reading(), history));
  }
}
