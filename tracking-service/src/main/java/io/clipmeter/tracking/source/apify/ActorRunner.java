package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a run, waits for its end and fetches its items; so many at a time. */
final class ActorRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ActorRunner.class);
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

  /** Who could not answer, each call tried again, is left alone longer than one who did. */
  private static final int PAUSES_AFTER_FAULT = 10;

  /** What we may not run stays so until a person rents it or changes the key's rights. */
  private static final Duration NOT_ASKED_FOR = Duration.ofMinutes(10);

  private static final int ITEMS_MAX = 10_000;

  /** A page that came whole and says nothing that can be understood may do so the next time. */
  private static final int PAGE_TRIES = 3;

  private final ApifyClient apify;
  private final ApifySettings.Runs settings;
  private final Clock clock;
  private final RunPlaces places;
  private final Map<String, Instant> refused = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  ActorRunner(ApifyClient apify, ApifySettings.Runs settings, RunPlaces places, Clock clock) {
    this.apify = apify;
    this.clock = clock;
    this.settings = settings;
    this.places = places;
  }

  /**
   * What a run left behind.
   *
   * @param complete false where it ended before its time: what it left may still be good
   */
  record Result<T>(List<T> items, boolean complete) {}

  /**
   * @param videos how many the input asks for
   * @param part what is kept of an item; it must not fail on any
   * @throws ProviderFault where nothing can be known; REFUSED, and nobody was called, where the
   *     actor was refused lately
   */
  <T> Result<T> run(String actor, Map<String, Object> input, int videos, Function<Item, T> part) {
    return run(new RunRequest(actor, input, videos), part, () -> {});
  }

  /**
   * The same.
   *
   * @param answered is run once its place is another's: the provider has done its part, and what is
   *     left is to understand what it sent
   */
  <T> Result<T> run(RunRequest request, Function<Item, T> part, Runnable answered) {
    checkNotRefused(request.actor());
    ApifyRun ended;
    ApifyClient.Page first;
    try (RunPlaces.Place place = places.take()) {
      checkNotRefused(request.actor());
      ended = ended(started(request));
      first = page(ended, 0, ApifyClient.ITEMS_PER_PAGE);
    }
    answered.run();
    return new Result<>(items(ended, first, part), ended.status() == ApifyRun.Status.SUCCEEDED);
  }

  private void checkNotRefused(String actor) {
    Instant until = refused.get(actor);
    if (until != null && until.isAfter(clock.instant())) {
      throw new ProviderFault(
          ProviderFault.Kind.REFUSED, "not called: the actor was refused a while ago");
    }
  }

  /**
   * A run whose start was not answered may have begun, and would be paid twice: it is looked for
   * before another is started.
   */
  private ApifyRun started(RunRequest request) {
    Instant before = clock.instant();
    try {
      return apify.start(request);
    } catch (ProviderFault fault) {
      if (fault.hasCode(ApifyErrors.OF_ONE_ACTOR)) {
        refused.put(request.actor(), before.plus(NOT_ASKED_FOR));
      }
      if (fault.kind() != ProviderFault.Kind.LOST && fault.kind() != ProviderFault.Kind.SHAPE) {
        throw fault;
      }
      LOG.warn(
          "apify {}: whether a run began is not known: {}", request.actor(), fault.getMessage());
      pause(settings.pollPause());
      return apify.find(request, before.minus(CLOCKS_DIFFER)).orElseGet(() -> apify.start(request));
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
      run = looked(run);
      if (!run.status().ended()) {
        pause(settings.pollPause());
      }
    }
    return run;
  }

  /** The run is paid whether we see it or not: a look that fails in passing is no end of it. */
  private ApifyRun looked(ApifyRun run) {
    try {
      return apify.look(run.id());
    } catch (ProviderFault fault) {
      if (!passing(fault)) {
        abort(run);
        throw fault;
      }
      LOG.warn("apify run {} could not be looked at: {}", run.id(), fault.getMessage());
      pause(settings.pollPause().multipliedBy(PAUSES_AFTER_FAULT));
      return run;
    }
  }

  private <T> List<T> items(ApifyRun run, ApifyClient.Page first, Function<Item, T> part) {
    List<T> items = new ArrayList<>();
    ApifyClient.Page page = first;
    int tries = 1;
    while (true) {
      try {
        List<T> more = apify.items(page, node -> part.apply(new Item(node)));
        items.addAll(more);
        tries = 0;
        if (more.size() < page.limit() || items.size() >= ITEMS_MAX) {
          return items;
        }
      } catch (ProviderFault notUnderstood) {
        if (tries == PAGE_TRIES) {
          throw notUnderstood;
        }
      }
      tries++;
      page = pageInTurn(run, items.size(), page.limit());
    }
  }

  private ApifyClient.Page pageInTurn(ApifyRun run, int offset, int limit) {
    try (RunPlaces.Place place = places.take()) {
      return page(run, offset, limit);
    }
  }

  /**
   * What a run found is asked for as long as a run may take; once where it was given up, which may
   * well be because nobody answers.
   */
  private ApifyClient.Page page(ApifyRun run, int offset, int limit) {
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    while (true) {
      try {
        return apify.page(run.dataset(), offset, limit);
      } catch (ProviderFault fault) {
        boolean over = !run.status().ended() || System.nanoTime() - deadline > 0;
        if (over || !passing(fault)) {
          throw fault;
        }
        LOG.warn("items of apify run {} could not be had: {}", run.id(), fault.getMessage());
      }
      pause(settings.pollPause().multipliedBy(PAUSES_AFTER_FAULT));
    }
  }

  private static boolean passing(ProviderFault fault) {
    return switch (fault.kind()) {
      case BUSY, DOWN, LOST -> true;
      case SHAPE, BUDGET, KEY, CAPPED, REFUSED -> false;
    };
  }

  private void abort(ApifyRun run) {
    LOG.warn("apify run {} is given up", run.id());
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
