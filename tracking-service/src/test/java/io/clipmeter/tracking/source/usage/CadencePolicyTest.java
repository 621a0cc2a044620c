package io.clipmeter.tracking.source.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadencePolicyTest {

  @ParameterizedTest(name = "{0} of {1} used when {2} is over: {3}")
  @CsvSource({
    "0, 100, 0, 1",
    "49, 100, 0.01, 1",
    "50, 100, 0.5, 1",
    "50, 100, 0.51, 1",
    "50, 100, 0.4, 1.5",
    "60, 100, 0.5, 1.5",
    "80, 100, 0.75, 1.3333",
    "90, 100, 0.5, 6",
    "50, 100, 0, 6",
    "99, 100, 0.99, 1",
    "100, 100, 0.999, 6",
    "120, 100, 0.5, 6",
    "100, 100, 1, 1"
  })
  void whatIsLeftLastsToTheEnd(long used, long limit, double elapsed, double stretch) {
    assertThat(CadencePolicy.stretch(used, limit, elapsed)).isCloseTo(stretch, within(0.001));
  }
}
