package io.clipmeter.local.simulator.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.clipmeter.local.simulator.scrape.Actor;
import io.clipmeter.local.simulator.scrape.ApifyIds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run: all that will come of it is decided when it starts, only time has to pass.
 *
 * @param ready how long it waits before it runs
 * @param running how long it then takes
 * @param end how it ends by itself
 * @param items how many items it then has
 */
public record Run(
    String id,
    Actor actor,
    RunOptions options,
    Instant startedAt,
    Duration ready,
    Duration running,
    RunStatus end,
    int items,
    int inputBytes,
    String userAgent,
    @Nullable Instant abortedAt) {
  /** Stopped at an instant. */
  Run aborted(Instant at) {
    return new Run(
        id, actor, options, startedAt, ready, running, end, items, inputBytes, userAgent, at);
  }

  @JsonIgnore
  public String datasetId() {
    return ApifyIds.of(id, "dataset");
  }

  @JsonIgnore
  public String storeId() {
    return ApifyIds.of(id, "store");
  }

  /** Where it stands at an instant. */
  public Progress at(Instant now) {
    Instant began = startedAt.plus(ready);
    Instant done = began.plus(running);
    Instant deadline =
        options.timeoutSecs() == 0 ? Instant.MAX : began.plusSeconds(options.timeoutSecs());
    if (abortedAt != null && abortedAt.isBefore(done) && !abortedAt.isAfter(now)) {
      return new Progress(RunStatus.ABORTED, itemsAt(began, abortedAt), abortedAt);
    }
    if (now.isBefore(began)) {
      return new Progress(RunStatus.READY, 0, null);
    }
    if (deadline.isBefore(done) && !now.isBefore(deadline)) {
      return new Progress(RunStatus.TIMED_OUT, itemsAt(began, deadline), deadline);
    }
    return now.isBefore(done)
        ? new Progress(RunStatus.RUNNING, itemsAt(began, now), null)
        : new Progress(end, items, done);
  }

  /** Items come evenly while it runs. */
  private int itemsAt(Instant began, Instant when) {
    long passed = Math.max(0, Duration.between(began, when).toMillis());
    long whole = Math.max(1, running.toMillis());
    return (int) Math.min(items, items * passed / whole);
  }

  /**
   * A run's state at an instant.
   *
   * @param items how many it has by now
   */
  public record Progress(RunStatus status, int items, @Nullable Instant finishedAt) {}
}
