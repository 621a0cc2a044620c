package io.clipmeter.links.shortlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortLinkLimitsTest {

  @Test
  void whatIsUsualIsKnown() {
    assertThat(ShortLinkLimits.USUAL)
        .isEqualTo(new ShortLinkLimits(Duration.ofMillis(5_000), 3, 8));
  }

  @ParameterizedTest
  @CsvSource({"100, 1, 1", "30000, 5, 64"})
  void limitsHaveBounds(long millis, int hops, int atOnce) {
    assertThat(new ShortLinkLimits(Duration.ofMillis(millis), hops, atOnce).hopsMax())
        .isEqualTo(hops);
  }

  @ParameterizedTest
  @CsvSource({"99, 3, 8", "30001, 3, 8", "5000, 0, 8", "5000, 6, 8", "5000, 3, 0", "5000, 3, 65"})
  void limitsBeyondTheirBoundsAreRefused(long millis, int hops, int atOnce) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShortLinkLimits(Duration.ofMillis(millis), hops, atOnce));
  }
}
