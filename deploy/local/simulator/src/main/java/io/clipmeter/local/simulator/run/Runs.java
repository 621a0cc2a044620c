package io.clipmeter.local.simulator.run;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.scrape.Scrape;
import io.clipmeter.local.simulator.state.StateDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;

/** The newest runs, each in a file of its own, so that they outlive a restart. */
public final class Runs {
  /** Older ones are forgotten, as Apify forgets them after some days. */
  static final int KEPT_MAX = 500;

  private static final String SUFFIX = ".json";

  /** A run's file. */
  record Kept(Run run, Scrape scrape) {}

  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final StateDirectory files;
  private final Clock clock;

  /** Finds what an earlier process left. */
  public Runs(StateDirectory files, Clock clock) {
    this.files = files;
    this.clock = clock;
    files.names(SUFFIX).stream()
        .flatMap(name -> read(name).stream())
        .map(Kept::run)
        .sorted(Comparator.comparing(Run::startedAt))
        .forEach(run -> runs.put(run.id(), run));
  }

  synchronized void add(Run run, Scrape scrape) {
    write(new Kept(run, scrape));
    runs.put(run.id(), run);
    if (runs.size() > KEPT_MAX) {
      String oldest = runs.keySet().iterator().next();
      runs.remove(oldest);
      files.delete(oldest + SUFFIX);
    }
  }

  /** Oldest first. */
  public synchronized List<Run> all() {
    return List.copyOf(runs.values());
  }

  public synchronized Optional<Run> find(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  public Optional<Run> first(Predicate<Run> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  /** Empty when the run was forgotten meanwhile. */
  public Optional<Scrape> scrape(Run run) {
    return read(run.id() + SUFFIX).map(Kept::scrape);
  }

  public Run.Progress progress(Run run) {
    return run.at(clock.instant());
  }

  /** Stops a run; one that has ended stays as it is. */
  public synchronized Run abort(Run run) {
    Optional<Scrape> scrape = scrape(run);
    if (progress(run).status().isTerminal() || scrape.isEmpty()) {
      return run;
    }
    Run aborted = run.aborted(clock.instant());
    write(new Kept(aborted, scrape.get()));
    runs.put(run.id(), aborted);
    notifyAll();
    return aborted;
  }

  /** The run as it is when it has ended or the time is over, whatever is first. */
  public synchronized Run await(Run run, Duration longest) {
    Instant end = clock.instant().plus(longest);
    Run now = run;
    try {
      while (!progress(now).status().isTerminal() && clock.instant().isBefore(end)) {
        wait(Math.clamp(Duration.between(clock.instant(), end).toMillis(), 1, 20));
        now = runs.getOrDefault(run.id(), now);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return now;
  }

  private void write(Kept kept) {
    files.replace(kept.run().id() + SUFFIX, Json.MAPPER.writeValueAsString(kept));
  }

  /** A file that cannot be read is as good as forgotten. */
  private Optional<Kept> read(String name) {
    try {
      return files.read(name).map(text -> Json.MAPPER.readValue(text, Kept.class));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }
}
