package io.clipmeter.tracking.link;

import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrls;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells what URLs are, and asks the platforms where their short links lead. */
@Component
public class LinkResolver {
  private final LinkSource source;
  private final LinkSettings settings;
  private final Clock clock;
  private final Semaphore free;

  LinkResolver(LinkSource source, LinkSettings settings, Clock clock) {
    this.source = source;
    this.settings = settings;
    this.clock = clock;
    this.free = new Semaphore(settings.atOnceMax(), true);
  }

  /**
   * What each URL is, a short link being followed; within a bounded time for all of them. Not to be
   * asked inside a transaction.
   */
  public Map<String, Resolution> read(Collection<String> urls) {
    Instant now = clock.instant();
    long deadline = System.nanoTime() + settings.together().toNanos();
    Map<String, Resolution> read = new ConcurrentHashMap<>();
    Set<String> each = new HashSet<>(urls);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String url : each) {
        VideoUrl parsed = VideoUrls.parse(url, now);
        if (parsed instanceof ShortLink link) {
          threads.execute(() -> read.put(url, followed(link, now, deadline)));
        } else {
          read.put(url, new Resolved(parsed));
        }
      }
    }
    return read;
  }

  /** A link that leads to another link leads nowhere. */
  private Resolution followed(ShortLink link, Instant now, long deadline) {
    try {
      if (!free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return new Unreachable(Obstacle.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unreachable(Obstacle.TIMEOUT);
    }
    try {
      Resolution resolution = source.resolve(link, now);
      return resolution instanceof Resolved(ShortLink again)
          ? new Resolution.Refused(Resolution.Refusal.TOO_MANY_HOPS)
          : resolution;
    } finally {
      free.release();
    }
  }
}
