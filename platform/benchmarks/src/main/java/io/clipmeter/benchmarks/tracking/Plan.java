package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.measure.Turns;
import io.clipmeter.benchmarks.tracking.Work.Size;
import java.time.Duration;
import java.util.List;

/**
 * How much is done.
 *
 * @param sourceBatches how many batches of a turn the slowest side reads
 * @param warmUps how many turns the service alone does before, like one that has run for hours
 * @param history how much lies in the tables when look-ups are timed
 * @param lookUps of a clip's history
 * @param fewCampaigns of the history's, that are due at once when memory is first looked at; then
 *     all are
 * @param provider how slow it is
 * @param service how it is run
 */
record Plan(
    Size size,
    int sourceBatches,
    int warmUps,
    int turns,
    Duration time,
    LongHistory history,
    int lookUps,
    int fewCampaigns,
    Far provider,
    Process service) {
  private static final Duration LATENCY = Duration.ofMillis(200);

  /**
   * How slow the provider is.
   *
   * @param latency that each call takes more
   * @param runTime of each run
   */
  record Far(Duration latency, Duration runTime) {}

  /**
   * How the service is run.
   *
   * @param jvm options of its virtual machine, beside those of its heap
   * @param tick how often it looks for what is due, which nothing that is timed hangs on
   */
  record Process(List<String> jvm, Duration tick) {}

  static Plan of(boolean quick) {
    return quick
        ? new Plan(
            new Size(20, 100, 200),
            2,
            0,
            1,
            Duration.ofSeconds(20),
            new LongHistory(50, 100, 20),
            500,
            5,
            new Far(LATENCY, Duration.ofSeconds(1)),
            new Process(List.of(), Duration.ofMillis(500)))
        : new Plan(
            new Size(100, 100, 1_000),
            4,
            20,
            5,
            Duration.ofMinutes(5),
            new LongHistory(1_000, 100, 100),
            5_000,
            100,
            new Far(LATENCY, Duration.ofSeconds(3)),
            new Process(List.of(), Duration.ofSeconds(5)));
  }

  Turns turnsFromNow() {
    return Turns.within(turns, time);
  }
}
