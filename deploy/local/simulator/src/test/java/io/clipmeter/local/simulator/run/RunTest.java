package io.clipmeter.local.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.scrape.Actor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of 10 items that is ready for 1 s and then works for 10 s. */
class RunTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, READY, 0",
    "999, READY, 0",
    "1000, RUNNING, 0",
    "6000, RUNNING, 5",
    "10999, RUNNING, 9",
    "11000, SUCCEEDED, 10",
    "99000, SUCCEEDED, 10"
  })
  void itIsReadyThenRunsThenSucceeds(long millis, RunStatus status, int items) {
    assertThat(at(run(300, RunStatus.SUCCEEDED), millis))
        .extracting(Run.Progress::status, Run.Progress::items)
        .containsExactly(status, items);
  }

  @Test
  void aRunThatIsSlowerThanItsTimeoutTimesOutWithWhatItHas() {
    Run run = run(4, RunStatus.SUCCEEDED);

    assertThat(at(run, 4999).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(at(run, 60_000))
        .isEqualTo(new Run.Progress(RunStatus.TIMED_OUT, 4, START.plusSeconds(5)));
  }

  @Test
  void aFailureComesAtTheEnd() {
    Run run = run(0, RunStatus.FAILED);

    assertThat(at(run, 10_999).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(at(run, 11_000).status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void anAbortedRunKeepsWhatItHad() {
    Run run = run(300, RunStatus.SUCCEEDED).aborted(START.plusSeconds(4));

    assertThat(at(run, 60_000))
        .isEqualTo(new Run.Progress(RunStatus.ABORTED, 3, START.plusSeconds(4)));
  }

  @Test
  void maxItemsCapsTheChargeOnly() {
    var options = new RunOptions(300, 1024, 4, null, "latest");

    assertThat(Prices.payable(10, options)).isEqualTo(10);
    assertThat(Prices.charged(10, options)).isEqualTo(4);
    assertThat(Prices.usd(10, options)).isEqualByComparingTo("0.002");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0.0004, 0, 0.0004",
    "0.002, 4, 0.002",
    "0.0021, 4, 0.002",
    "5, 10, 0.0044"
  })
  void theChargeCapStopsTheItems(BigDecimal cap, int items, BigDecimal usd) {
    var options = new RunOptions(300, 1024, null, cap, "latest");

    assertThat(Prices.payable(10, options)).isEqualTo(items);
    assertThat(Prices.usd(items, options)).isEqualByComparingTo(usd);
  }

  private static Run.Progress at(Run run, long millis) {
    return run.at(START.plusMillis(millis));
  }

  private static Run run(int timeoutSecs, RunStatus end) {
    return new Run(
        "abc",
        Actor.TIKTOK,
        new RunOptions(timeoutSecs, 1024, null, null, "latest"),
        START,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        end,
        10,
        2,
        "test",
        null);
  }
}
