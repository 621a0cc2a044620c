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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Asks providers whether they serve us, at most once a minute each, however often people look. */
@Component
class KeyChecks {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final Map<Source, Key> last = new ConcurrentHashMap<>();
  private final Clock clock;

  KeyChecks(Clock clock) {
    this.clock = clock;
  }

  /** Of each of these, checked all at the same time. */
  Map<Source, Key> of(List<ViewSource> sources) {
    Map<Source, Key> all = new EnumMap<>(Source.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Source, Future<Key>> asked = new EnumMap<>(Source.class);
      sources.forEach(s -> asked.put(s.name(), threads.submit(() -> of(s))));
      asked.forEach((name, key) -> all.put(name, awaited(key)));
    }
    return all;
  }

  private static Key awaited(Future<Key> key) {
    try {
      return key.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Key of(ViewSource source) {
    Instant now = clock.instant();
    Key fresh =
        last.compute(
            source.name(),
            (name, known) ->
                known != null && known.checkedAt().plus(GOOD_FOR).isAfter(now)
                    ? known
                    : key(source.checkKey(), now));
    return java.util.Objects.requireNonNull(fresh);
  }

  private static Key key(KeyCheck check, Instant now) {
    return switch (check) {
      case KeyCheck.Good(String detail) -> new Key(Verdict.GOOD, detail, now);
      case KeyCheck.Refused(String detail) -> new Key(Verdict.REFUSED, detail, now);
      case KeyCheck.Unknown(String detail) -> new Key(Verdict.UNKNOWN, detail, now);
    };
  }
}
