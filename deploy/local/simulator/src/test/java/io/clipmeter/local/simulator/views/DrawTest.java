package io.clipmeter.local.simulator.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Test
  void theSameQuestionHasTheSameAnswer() {
    assertThat(new Draw("a").number("q", 0, 1_000_000))
        .isEqualTo(new Draw("a").number("q", 0, 1_000_000))
        .isNotEqualTo(new Draw("a").number("r", 0, 1_000_000))
        .isNotEqualTo(new Draw("b").number("q", 0, 1_000_000));
  }

  @Test
  void numbersFillTheirRangeAndNothingElse() {
    assertThat(IntStream.range(0, 500).mapToLong(n -> new Draw("s" + n).number("q", 3, 6)))
        .containsOnly(3L, 4L, 5L, 6L)
        .contains(3L, 4L, 5L, 6L);
  }

  @Test
  void aTextKeepsToItsAlphabet() {
    assertThat(new Draw("a").text("q", 40, "xyz")).matches("[xyz]{40}");
  }
}
