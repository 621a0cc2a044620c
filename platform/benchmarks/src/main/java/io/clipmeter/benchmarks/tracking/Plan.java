package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.measure.Turns;
import io.clipmeter.benchmarks.tracking.Work.Size;
import java.time.Duration;

/**
 * How much is done.
 *
 * @param sourceBatches how many batches of a turn the slowest side reads
 * @param warmUps how many turns the service alone does before, like one that has run for hours
 * @param history how much lies in the tables when look-ups are timed
 * @param lookUps of a clip's history
 * @param fewCampaigns of the history's, that are due at once when memory is first looked at; then
 *     all are
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
    Far provider) {
  private static final Far USUAL = new Far(Duration.ofMillis(200), Duration.ofSeconds(3));

  /**
   * How slow the provider is.
   *
   * @param latency that each call takes more
   * @param runTime of each run
   */
  record Far(Duration latency, Duration runTime) {}

  static Plan of(boolean quick) {
    return quick
        ? new Plan(
            new Size(20, 100, 200),
            2,
            0,
            1,
            Duration.ofSeconds(40),
            new LongHistory(50, 100, 20),
            500,
            5,
            USUAL)
        : new Plan(
            new Size(100, 100, 1_000),
            4,
            5,
            5,
            Duration.ofMinutes(5),
            new LongHistory(1_000, 100, 100),
            5_000,
            100,
            USUAL);
  }

  Turns turnsFromNow() {
    return Turns.within(turns, time);
  }
}
