package io.clipmeter.local.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MicrosTest {
  @Test
  void readAndWriteDecimals() {
    assertThat(Micros.of("12.50")).isEqualTo(BigInteger.valueOf(12_500_000));
    assertThat(Micros.of("0.000001")).isEqualTo(BigInteger.ONE);
    assertThat(Micros.text(BigInteger.valueOf(12_500_000))).isEqualTo("12.500000");
  }

  @Test
  void refuseWhatTheyCannotHold() {
    assertThatThrownBy(() -> Micros.of("0.0000001")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void roundTheWorthOfGrowthDown() {
    assertThat(Micros.worth(1, Micros.of("0.000999"))).isEqualTo(BigInteger.ZERO);
    assertThat(Micros.worth(1_001, Micros.of("2.50"))).isEqualTo(BigInteger.valueOf(2_502_500));
  }
}
