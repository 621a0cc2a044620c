package io.clipmeter.local.simulator.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedCountTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "9367,9367",
    "9999,9999",
    "10000,10000",
    "10099,10000",
    "34199,34100",
    "999999,999900",
    "1000000,1000000",
    "1099999,1000000",
    "9223372036854775807,9223372036854700000"
  })
  void countsAreExactBelowTenThousandAndThenComeInSteps(long exact, long shown) {
    assertThat(RoundedCount.of(exact)).isEqualTo(shown);
  }
}
