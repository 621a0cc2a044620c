package io.clipmeter.tracking.job;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.job.JobItem.Kind;
import io.clipmeter.tracking.job.JobReader.Outcome;
import io.clipmeter.tracking.writing.WriteRunner;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads jobs part by part, a few at a time. What a killed instance had not written, the next holder
 * reads again, and nothing else.
 */
@Component
public class JobRunner implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int BEATS_PER_LEASE = 4;
  private static final int CHUNK_MAX = 100;

  private final Jobs jobs;
  private final JobDesk desk;
  private final JobReader reader;
  private final JobSettings settings;
  private final Clock clock;
  private final JobMeters meters;
  private final Map<UUID, Job.Claimed> held = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore permits;
  private volatile boolean running;
  private @Nullable Thread thread;

  JobRunner(
      Jobs jobs,
      JobDesk desk,
      JobReader reader,
      JobSettings settings,
      JobMeters meters,
      Clock clock) {
    this.meters = meters;
    this.jobs = jobs;
    this.desk = desk;
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
    this.permits = new Semaphore(settings.parallelMax());
  }

  /** Looks for jobs now. */
  public void wake() {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("scraping-jobs").start(this::loop);
  }

  private void loop() {
    try {
      while (running) {
        permits.acquire();
        Optional<Job.Claimed> job = claim();
        if (job.isPresent()) {
          Thread.ofVirtual()
              .name("scraping-job-" + job.get().id())
              .start(() -> readAndRelease(job.get()));
        } else {
          permits.release();
          rest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Job.Claimed> claim() {
    try {
      return jobs.claim(clock.instant(), settings.lease());
    } catch (RuntimeException e) {
      LOG.warn("scraping jobs pause: {}", e.toString());
      return Optional.empty();
    }
  }

  private void readAndRelease(Job.Claimed job) {
    CountDownLatch ended = new CountDownLatch(1);
    held.put(job.id(), job);
    if (!running) {
      release();
    }
    Thread.ofVirtual().name("scraping-lease-" + job.id()).start(() -> beat(job, ended));
    try {
      read(job);
    } catch (RuntimeException e) {
      LOG.warn("scraping job {} is left for later: {}", job.id(), e.toString());
    } finally {
      ended.countDown();
      // This hold only: the job may have come back to us under another token meanwhile.
      held.remove(job.id(), job);
      permits.release();
    }
  }

  /** Reads what is left of a job, or stops where it is no longer ours. */
  void read(Job.Claimed job) {
    List<JobItem> pending = desk.pending(job.id());
    if (job.token() > settings.holdersMax()) {
      LOG.error("scraping job {} was taken up {} times and is given up", job.id(), job.token());
      record(
          job,
          pending.stream().map(part -> (Outcome) new Outcome.Failed(part, "given-up")).toList());
      return;
    }
    Map<Boolean, List<JobItem>> parts =
        pending.stream().collect(Collectors.partitioningBy(part -> part.kind() == Kind.VIDEO));
    boolean ours = videos(job, Objects.requireNonNull(parts.get(true)));
    for (JobItem part : Objects.requireNonNull(parts.get(false))) {
      if (!ours) {
        return;
      }
      ours = record(job, List.of(reader.list(part)));
    }
  }

  private boolean videos(Job.Claimed job, List<JobItem> videos) {
    Map<Platform, List<JobItem>> byPlatform =
        videos.stream()
            .collect(Collectors.groupingBy(part -> Objects.requireNonNull(part.platform())));
    boolean ours = true;
    for (Map.Entry<Platform, List<JobItem>> same : byPlatform.entrySet()) {
      List<JobItem> all = same.getValue();
      for (int from = 0; ours && from < all.size(); from += CHUNK_MAX) {
        List<JobItem> chunk = all.subList(from, Math.min(from + CHUNK_MAX, all.size()));
        ours = record(job, reader.videos(same.getKey(), chunk));
      }
    }
    return ours;
  }

  /**
   * An instance that stops has its calls break off: that says nothing of what was asked. What was
   * read is paid for otherwise, and written again where the database fails in passing.
   */
  private boolean record(Job.Claimed job, List<Outcome> outcomes) {
    boolean written =
        WriteRunner.run(
            "scraping job " + job.id(),
            () -> running && desk.record(job, outcomes, clock.instant()));
    if (written) {
      meters.done(outcomes);
    }
    return written;
  }

  private void beat(Job.Claimed job, CountDownLatch ended) {
    long pause = settings.lease().dividedBy(BEATS_PER_LEASE).toMillis();
    try {
      while (!ended.await(pause, TimeUnit.MILLISECONDS) && running) {
        renew(job);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew(Job.Claimed job) {
    try {
      jobs.hold(job, clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("the lease of scraping job {} could not be renewed: {}", job.id(), e.toString());
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
    release();
  }

  /** What is still being read when the service stops counts for nothing; another reads it again. */
  private void release() {
    List<Job.Claimed> ours = List.copyOf(held.values());
    if (ours.isEmpty()) {
      return;
    }
    try {
      jobs.release(ours);
    } catch (RuntimeException e) {
      LOG.warn("{} scraping jobs could not be given back: {}", ours.size(), e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
