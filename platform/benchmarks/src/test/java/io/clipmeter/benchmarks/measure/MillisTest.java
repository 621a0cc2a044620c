package io.clipmeter.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MillisTest {
  @Test
  void aPercentileIsTheShortestTimeThatSoManyDidNotExceed() {
    Millis millis = Millis.of(List.of(40.0, 10.0, 30.0, 20.0));

    assertThat(millis.percentile(50)).isEqualTo(20);
    assertThat(millis.percentile(51)).isEqualTo(30);
    assertThat(millis.percentile(99)).isEqualTo(40);
    assertThat(Millis.of(List.of(7.0)).percentile(1)).isEqualTo(7);
    assertThatThrownBy(() -> Millis.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
