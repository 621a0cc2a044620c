package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Starts a run, waits for its end and fetches its items; so many at a time. */
final class ActorRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ActorRunner.class);

  private final ApifyClient apify;
  private final ApifySettings.Runs settings;
  private final Semaphore permits;
  private final CountDownLatch closed = new CountDownLatch(1);

  ActorRunner(ApifyClient apify, ApifySettings.Runs settings) {
    this.apify = apify;
    this.settings = settings;
    this.permits = new Semaphore(settings.parallelMax(), true);
  }

  /**
   * What a run left behind.
   *
   * @param complete false where it ended before its time: what it left may still be good
   */
  record Result(List<JsonNode> items, boolean complete) {}

  /**
   * @throws ProviderFault where nothing can be known
   */
  Result run(String actor, Map<String, Object> input) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFault(ProviderFault.Kind.LOST, "interrupted");
    }
    try {
      ApifyRun ended = ended(apify.start(actor, input));
      return new Result(apify.items(ended.dataset()), ended.status() == ApifyRun.Status.SUCCEEDED);
    } finally {
      permits.release();
    }
  }

  private ApifyRun ended(ApifyRun started) {
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    ApifyRun run = started;
    while (!run.status().ended()) {
      if (System.nanoTime() - deadline > 0) {
        abort(run);
        return run;
      }
      run = apify.look(run.id());
      if (!run.status().ended()) {
        pause(settings.pollPause());
      }
    }
    return run;
  }

  private void abort(ApifyRun run) {
    LOG.warn("apify run {} takes too long and is given up", run.id());
    try {
      apify.abort(run.id());
    } catch (ProviderFault fault) {
      LOG.warn("apify run {} could not be stopped: {}", run.id(), fault.getMessage());
    }
  }

  private void pause(Duration pause) {
    try {
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProviderFault(ProviderFault.Kind.LOST, "the service stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFault(ProviderFault.Kind.LOST, "interrupted");
    }
  }

  /** Ends the waiting for runs. */
  @Override
  public void close() {
    closed.countDown();
  }
}
