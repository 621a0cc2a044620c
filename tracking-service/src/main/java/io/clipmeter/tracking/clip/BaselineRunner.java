package io.clipmeter.tracking.clip;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.order.ViewSources;
import io.clipmeter.tracking.writing.WriteRunner;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Captures baselines as soon as submissions come in, of all campaigns together: whatever is due
 * when a batch starts goes into it.
 */
@Component
public class BaselineRunner implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BaselineRunner.class);
  private static final int BEATS_PER_LEASE = 4;

  private final Baselines baselines;
  private final BaselineDesk desk;
  private final ViewSources sources;
  private final BaselineSettings settings;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore permits;
  private final Counter refused;
  private volatile boolean running;
  private @Nullable Thread thread;

  BaselineRunner(
      Baselines baselines,
      BaselineDesk desk,
      ViewSources sources,
      BaselineSettings settings,
      MeterRegistry meters,
      Clock clock) {
    this.baselines = baselines;
    this.desk = desk;
    this.sources = sources;
    this.settings = settings;
    this.clock = clock;
    this.permits = new Semaphore(settings.parallelMax());
    this.refused =
        Counter.builder("clipmeter.tracking.baselines.refused")
            .description("Baselines that the database refused to keep")
            .register(meters);
  }

  /** Has baselines that wait for another try read now; of one campaign, or of all. */
  public void force(Optional<UUID> campaignId) {
    int forced = baselines.force(campaignId, clock.instant());
    if (forced > 0) {
      wake();
    }
  }

  /**
   * Has the baselines of a video read now, once the transaction that says so is through: there is
   * something new to be read.
   */
  public void force(VideoKey video) {
    baselines.force(video, clock.instant());
    wake();
  }

  /** Looks for due baselines now. */
  void wake() {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("baselines").start(this::run);
  }

  private void run() {
    try {
      while (running) {
        if (!startBatch()) {
          rest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Claims a batch and reads it in the background; false where none is due. */
  private boolean startBatch() throws InterruptedException {
    permits.acquire();
    Instant now = clock.instant();
    List<PendingBaseline> batch = claim(now);
    if (batch.isEmpty()) {
      permits.release();
      return false;
    }
    Instant until = now.plus(settings.lease());
    Thread.ofVirtual().name("baseline-batch").start(() -> readAndRelease(batch, until));
    return true;
  }

  private List<PendingBaseline> claim(Instant now) {
    try {
      return baselines.claim(now, settings.lease(), settings.batchMax());
    } catch (RuntimeException e) {
      LOG.warn("baselines pause: {}", e.toString());
      return List.of();
    }
  }

  private void readAndRelease(List<PendingBaseline> batch, Instant until) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread.ofVirtual().name("baseline-lease").start(() -> beat(batch, until, ended));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byPlatform(batch).forEach((platform, same) -> threads.execute(() -> read(platform, same)));
    } finally {
      ended.countDown();
      permits.release();
    }
  }

  /** A run may take longer than the lease, and who claims its batch meanwhile pays it again. */
  private void beat(List<PendingBaseline> batch, Instant until, CountDownLatch ended) {
    long pause = settings.lease().dividedBy(BEATS_PER_LEASE).toMillis();
    Instant held = until;
    try {
      while (!ended.await(pause, TimeUnit.MILLISECONDS) && running) {
        held = renewed(batch, held);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until when the batch is held; as before where that could not be changed. */
  private Instant renewed(List<PendingBaseline> batch, Instant held) {
    Instant longer = clock.instant().plus(settings.lease());
    try {
      baselines.hold(batch, held, longer);
      return longer;
    } catch (RuntimeException e) {
      LOG.warn("the lease of {} baselines could not be renewed: {}", batch.size(), e.toString());
      return held;
    }
  }

  private static Map<Platform, List<PendingBaseline>> byPlatform(List<PendingBaseline> batch) {
    return batch.stream()
        .collect(Collectors.groupingBy(pending -> pending.video().key().platform()));
  }

  /** Reads one batch; where storing fails in passing, the lease brings it back. */
  void read(Platform platform, List<PendingBaseline> batch) {
    try {
      List<VideoRef> videos = batch.stream().map(PendingBaseline::video).toList();
      Answers answers = sources.readFirst(platform, videos);
      record(batch, answers);
    } catch (RuntimeException e) {
      LOG.warn("{} baselines are left for later: {}", batch.size(), e.toString());
    }
  }

  /** What was read is paid for: what the database refuses for good is singled out. */
  private void record(List<PendingBaseline> batch, Answers answers) {
    try {
      WriteRunner.run(
          batch.size() + " baselines", () -> desk.record(batch, answers, clock.instant()));
    } catch (RuntimeException e) {
      if (WriteRunner.passing(e)) {
        throw e;
      }
      if (batch.size() > 1) {
        batch.forEach(each -> record(List.of(each), answers));
        return;
      }
      LOG.error(
          "the baseline of {} cannot be written: {}", batch.getFirst().clipId(), e.toString());
      refused.increment();
      desk.leave(batch.getFirst(), clock.instant().plus(settings.retrySlow()));
    }
  }

  private void rest() throws InterruptedException {
    if (wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  @Override
  public void stop() {
    running = false;
    Thread looping = thread;
    if (looping != null) {
      looping.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
