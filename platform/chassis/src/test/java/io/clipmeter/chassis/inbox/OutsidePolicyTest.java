package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.inbox.OutsidePolicy.Log;
import io.clipmeter.chassis.inbox.OutsidePolicy.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsidePolicyTest {

  @ParameterizedTest(name = "{0} (stands {1}) in {2} to {3}: {4}")
  @CsvSource({
    "0, false, 0, 0, ReadFrom[offset=0]",
    "0, false, 0, 9, ReadFrom[offset=0]",
    "0, false, 5, 9, ReadFrom[offset=5]",
    "0, false, 9, 9, ReadFrom[offset=9]",
    "1, false, 2, 9, REMOVED",
    "4, false, 5, 9, REMOVED",
    "4, true, 5, 9, REMOVED",
    "5, false, 5, 9, ReadFrom[offset=5]",
    "7, false, 5, 9, ReadFrom[offset=7]",
    "9, false, 5, 9, ReadFrom[offset=9]",
    "9, false, 9, 9, ReadFrom[offset=9]",
    "10, false, 5, 9, LOST",
    "10, true, 5, 9, LOST",
    "1, false, 0, 0, LOST",
    "5, true, 5, 9, UNDECIDED",
    "7, true, 5, 9, UNDECIDED",
    "9, true, 5, 9, UNDECIDED",
  })
  void aPartitionIsReadOnlyFromAPlaceThatItsLogHas(
      long next, boolean stands, long start, long end, String expected) {
    assertThat(OutsidePolicy.verdict(new Stored(next, stands), new Log(start, end)))
        .hasToString(expected);
  }

  @ParameterizedTest(name = "{0} in 5 to 9 that is another from {1} on: {2}")
  @CsvSource({
    "7, 6, LOST",
    "7, 7, ReadFrom[offset=7]",
    "7, 8, ReadFrom[offset=7]",
    "9, 20, ReadFrom[offset=9]",
    "10, 20, LOST",
    "7, 0, LOST",
    "0, 0, ReadFrom[offset=5]",
  })
  void whatHasTakenTheNumbersOfConsumedRecordsIsNotTakenForThem(
      long next, long divergent, String expected) {
    assertThat(OutsidePolicy.verdict(new Stored(next, false), new Log(5, 9).until(divergent)))
        .hasToString(expected);
  }
}
