package io.clipmeter.tracking.source.batch;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Stands between rounds and a provider that reads many videos in one run: rounds of one platform
 * that ask within a short time of each other are answered by the same runs. A full run leaves at
 * once, another one after a short wait.
 *
 * <p>Holds what its callers wait for and nothing else: who limits them limits its memory. First
 * come, first served; a question may be cut, and be answered by two runs. A run that fails fails
 * for each video in it, as if its caller had asked alone.
 */
@Component
public class SharedRuns implements AutoCloseable {
  private record Place(Source source, Platform platform) {}

  private final Map<Place, Gathering> gatherings = new ConcurrentHashMap<>();
  private final Map<Source, Semaphore> runs = new ConcurrentHashMap<>();
  private final BatchSettings settings;
  private final Clock clock;

  SharedRuns(BatchSettings settings, MeterRegistry meters, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    Gauge.builder("clipmeter.tracking.batch.waiting", this, SharedRuns::waiting)
        .description("Videos that wait for a run of a provider to begin")
        .register(meters);
  }

  int waiting() {
    return gatherings.values().stream().mapToInt(Gathering::size).sum();
  }

  /**
   * Reads videos of one platform, each once, together with those of others where that helps.
   * Answers as the provider does: a failure is an answer. An interrupted caller gets one, too.
   *
   * @throws RuntimeException where a provider that is not shared throws it
   */
  public Readings read(ViewSource source, Platform platform, List<VideoRef> videos) {
    if (source.sharing().videosMax() == 0 || videos.isEmpty()) {
      return source.read(videos);
    }
    return gatherings
        .computeIfAbsent(new Place(source.name(), platform), place -> gathering(source))
        .read(videos);
  }

  private Gathering gathering(ViewSource source) {
    Semaphore places =
        runs.computeIfAbsent(
            source.name(), name -> new Semaphore(source.sharing().runsMax(), true));
    return new Gathering(source, places, settings, clock);
  }

  /** Ends the waiting for runs that have not begun. */
  @Override
  public void close() {
    gatherings.values().forEach(Gathering::close);
  }
}
