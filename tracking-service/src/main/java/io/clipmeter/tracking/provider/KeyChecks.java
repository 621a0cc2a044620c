package io.clipmeter.tracking.provider;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.provider.ProviderView.Key;
import io.clipmeter.tracking.provider.ProviderView.Verdict;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.ViewSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks providers whether they serve us, at most once a minute each, however often people look. Who
 * does not answer in time is shown as such; the answer is shown to whoever looks next.
 */
@Component
class KeyChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final Map<Source, Key> last = new ConcurrentHashMap<>();
  private final Map<Source, ReentrantLock> turns = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration patience;

  @Autowired
  KeyChecks(Clock clock) {
    this(clock, PATIENCE);
  }

  /**
   * @param patience how long a page waits for answers
   */
  KeyChecks(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /** Of each of these, checked all at the same time. */
  Map<Source, Key> of(List<ViewSource> sources) {
    Map<Source, CompletableFuture<Key>> asked = new EnumMap<>(Source.class);
    sources.forEach(source -> asked.put(source.name(), asked(source)));
    Map<Source, Key> all = new EnumMap<>(Source.class);
    asked.forEach((name, key) -> all.put(name, key.join()));
    return all;
  }

  private CompletableFuture<Key> asked(ViewSource source) {
    Key late = key(new KeyCheck.Unknown("no answer yet"), clock.instant());
    return CompletableFuture.supplyAsync(
            () -> of(source), task -> Thread.ofVirtual().name("key-check").start(task))
        .completeOnTimeout(late, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One question at a time of each provider, and none waits for another provider's answer. */
  private Key of(ViewSource source) {
    ReentrantLock turn = turns.computeIfAbsent(source.name(), name -> new ReentrantLock());
    turn.lock();
    try {
      Instant now = clock.instant();
      Key known = last.get(source.name());
      if (known != null && known.checkedAt().plus(GOOD_FOR).isAfter(now)) {
        return known;
      }
      Key fresh = key(source.checkKey(), now);
      last.put(source.name(), fresh);
      return fresh;
    } finally {
      turn.unlock();
    }
  }

  private static Key key(KeyCheck check, Instant now) {
    return switch (check) {
      case KeyCheck.Good(String detail) -> new Key(Verdict.GOOD, detail, now);
      case KeyCheck.Refused(String detail) -> new Key(Verdict.REFUSED, detail, now);
      case KeyCheck.Unknown(String detail) -> new Key(Verdict.UNKNOWN, detail, now);
    };
  }
}
