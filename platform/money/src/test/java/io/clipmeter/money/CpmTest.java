package io.clipmeter.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpmTest {

  @ParameterizedTest(name = "{2} views at {0} {1} earn {3}, shown {4}")
  @CsvSource({
    "2.50, USD, 0, 0, 0.00",
    "2.50, USD, 1, 0.0025, 0.00",
    "2.50, USD, 999, 2.4975, 2.50",
    "2.50, USD, 1000, 2.5, 2.50",
    "2.50, USD, 47010, 117.525, 117.53",
    // Rp 0.00002489 a view
    "0.02489, IDR, 1, 0.000024, 0.00",
    "0.02489, IDR, 150000, 3.7335, 3.73",
    // the exact product is 3.73964783: floored to the micro-unit, rounded only to be shown
    "0.02489, IDR, 150247, 3.739647, 3.74",
    "0.000001, USD, 999, 0, 0.00",
    "0.000001, USD, 1000, 0.000001, 0.00",
    "0, USD, 9223372036854775807, 0, 0.00",
    "0.001, USD, 9223372036854775807, 9223372036854.775807, 9223372036854.78",
    "9223372036854.775807, USD, 999, 9214148664817.921031, 9214148664817.92",
    "9223372036854.775807, USD, 1000, 9223372036854.775807, 9223372036854.78"
  })
  void paysPerThousandViewsRoundedDownToTheMicroUnit(
      String price, String currency, long views, String earned, String shown) {
    Money money = Cpm.of(price, currency).earnedFor(views);

    assertThat(money).isEqualTo(Money.of(earned, currency));
    assertThat(money.display()).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{1} views at {0} micros do not fit")
  @CsvSource({
    "1001, 9223372036854775807",
    "9223372036854775807, 1001",
    "9223372036854775807, 9223372036854775807"
  })
  void throwsRatherThanOverflow(long price, long views) {
    Cpm cpm = Cpm.ofMicros(price, "USD");

    assertThatThrownBy(() -> cpm.earnedFor(views)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesNegativePricesAndViews() {
    assertThatIllegalArgumentException().isThrownBy(() -> Cpm.ofMicros(-1, "USD"));
    assertThatIllegalArgumentException().isThrownBy(() -> Cpm.of("-0.000001", "USD"));
    assertThatIllegalArgumentException().isThrownBy(() -> Cpm.of("1", "XXX"));
    assertThatIllegalArgumentException().isThrownBy(() -> Cpm.of("1", "USD").earnedFor(-1));
  }

  @Test
  void saysWhatAThousandViewsCost() {
    Cpm cpm = Cpm.of("2.5", "USD");

    assertThat(cpm.perThousandViews()).isEqualTo(Money.of("2.50", "USD"));
    assertThat(Cpm.of(cpm.perThousandViews())).isEqualTo(cpm);
    assertThat(cpm).hasToString("2.50 USD per 1,000 views");
  }

  @Test
  void agreesWithUnlimitedArithmeticWhateverTheViewsAndThePrice() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      long views = random.nextLong() >>> 1 + random.nextInt(62);
      long price = random.nextLong() >>> 1 + random.nextInt(62);
      BigInteger exact =
          BigInteger.valueOf(views).multiply(BigInteger.valueOf(price)).divide(thousand());
      Cpm cpm = Cpm.ofMicros(price, "USD");

      if (exact.bitLength() < Long.SIZE) {
        assertThat(cpm.earnedFor(views).micros()).as("seed %d", seed).isEqualTo(exact.longValue());
      } else {
        assertThatThrownBy(() -> cpm.earnedFor(views))
            .as("seed %d", seed)
            .isInstanceOf(ArithmeticException.class);
      }
    }
  }

  private static BigInteger thousand() {
    return BigInteger.valueOf(1_000);
  }
}
