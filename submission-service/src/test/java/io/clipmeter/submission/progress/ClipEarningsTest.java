package io.clipmeter.submission.progress;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import io.clipmeter.submission.Said;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A poll may hold several ends of one campaign: they are one before they are stored. */
class ClipEarningsTest {
  private static final UUID CAMPAIGN = new UUID(0, 1);
  private static final UUID CLIP = new UUID(0, 2);
  private static final List<Event> EVENTS =
      List.of(
          Said.accrued(CAMPAIGN, CLIP, "9.50"),
          Said.finalized(CAMPAIGN, CLIP, "7.50", NOON),
          Said.finalized(CAMPAIGN, CLIP, "9.25", NOON.plusSeconds(1)),
          Said.accrued(CAMPAIGN, CLIP, "1.00"));

  @ParameterizedTest
  @CsvSource({"0 1 2 3", "0 2 1 3", "2 1 0 3", "1 2 3 0", "2 2 1 1 0", "3 2 0 1"})
  void everyOrderOfAPollGivesTheLargestSumAndTheNewestEnd(String order) {
    ClipEarnings all =
        List.of(order.split(" ")).stream()
            .map(place -> ClipEarnings.of(EVENTS.get(Integer.parseInt(place))).orElseThrow())
            .reduce(ClipEarnings::with)
            .orElseThrow();

    assertThat(all)
        .isEqualTo(
            new ClipEarnings(
                CLIP,
                Money.of("9.50", "USD"),
                new ClipEarnings.End(Money.of("9.25", "USD"), NOON.plusSeconds(1))));
  }
}
