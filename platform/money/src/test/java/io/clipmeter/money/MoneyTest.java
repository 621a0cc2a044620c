package io.clipmeter.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final long SEED = 20_260_301;
  private static final String LETTERS = "-..0001234567895e";

  @ParameterizedTest(name = "{0} {1} is {2} micros, written {3}, shown {4}")
  @CsvSource({
    "0, USD, 0, 0.00, 0.00",
    "-0, USD, 0, 0.00, 0.00",
    "0.000001, USD, 1, 0.000001, 0.00",
    "-0.000001, USD, -1, -0.000001, 0.00",
    "0.004999, USD, 4999, 0.004999, 0.00",
    "0.005, USD, 5000, 0.005, 0.01",
    "-0.005, USD, -5000, -0.005, -0.01",
    "12.5, USD, 12500000, 12.50, 12.50",
    "12.50, USD, 12500000, 12.50, 12.50",
    "12.500000, USD, 12500000, 12.50, 12.50",
    "12.345678, USD, 12345678, 12.345678, 12.35",
    "100, USD, 100000000, 100.00, 100.00",
    "3.7335, IDR, 3733500, 3.7335, 3.73",
    "3.739647, IDR, 3739647, 3.739647, 3.74",
    "0.002489, IDR, 2489, 0.002489, 0.00",
    "1200, JPY, 1200000000, 1200, 1200",
    "0.5, JPY, 500000, 0.5, 1",
    "1.2345, KWD, 1234500, 1.2345, 1.235",
    "9223372036854.775807, USD, 9223372036854775807, 9223372036854.775807, 9223372036854.78",
    "-9223372036854.775808, USD, -9223372036854775808, -9223372036854.775808, -9223372036854.78"
  })
  void readsWritesAndShowsAmounts(
      String amount, String currency, long micros, String written, String shown) {
    Money money = Money.of(amount, currency);

    assertThat(money).isEqualTo(Money.ofMicros(micros, currency));
    assertThat(money.amount()).isEqualTo(written);
    assertThat(money.display()).isEqualTo(shown);
    assertThat(money.toString()).isEqualTo(written + " " + currency);
    assertThat(Money.of(money.amount(), currency)).isEqualTo(money);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1 ",
        "+1",
        "--1",
        ".5",
        "5.",
        "01",
        "1e3",
        "1,000",
        "0x10",
        "NaN",
        "Infinity",
        "1.0000000",
        "0.0000001",
        "٣",
        "1\n",
        "9223372036854.775808",
        "-9223372036854.775809",
        "99999999999999999999"
      })
  void refusesWhatIsNoPlainDecimal(String amount) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "USD"));
  }

  @Test
  void readsAndWritesAsBigDecimalsWould() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      long micros = random.nextLong() >> random.nextInt(64);
      BigDecimal amount = BigDecimal.valueOf(micros, Money.SCALE);
      Money money = Money.ofMicros(micros, "USD");
      BigDecimal bare = amount.stripTrailingZeros();

      assertThat(Money.of(amount.toPlainString(), "USD")).as("%s of %s", i, SEED).isEqualTo(money);
      assertThat(money.amount())
          .as("%s of %s", i, SEED)
          .isEqualTo(bare.setScale(Math.max(2, bare.scale())).toPlainString());
    }
  }

  @Test
  void acceptsTheSameTextsAsAPattern() {
    Pattern decimal = Pattern.compile("-?(0|[1-9][0-9]{0,12})(\\.[0-9]{1,6})?");
    Random random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      String text =
          random
              .ints(random.nextInt(9), 0, LETTERS.length())
              .mapToObj(at -> LETTERS.substring(at, at + 1))
              .collect(Collectors.joining());
      if (decimal.matcher(text).matches()) {
        assertThat(Money.of(text, "USD").micros())
            .as(text)
            .isEqualTo(new BigDecimal(text).movePointRight(Money.SCALE).longValueExact());
      } else {
        assertThatIllegalArgumentException().as(text).isThrownBy(() -> Money.of(text, "USD"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usd", "US", "ABC", "XXX", "XAU"})
  void refusesWhatIsNoCurrencyWithAMinorUnit(String currency) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", currency));
  }

  @ParameterizedTest(name = "{0} {1} pays out {2}")
  @CsvSource({
    "0, USD, 0",
    "0.009999, USD, 0",
    "0.01, USD, 0.01",
    "12.349999, USD, 12.34",
    "12.34, USD, 12.34",
    "12.999999, JPY, 12",
    "1.234999, KWD, 1.234",
    "-0.000001, USD, -0.01",
    "-0.01, USD, -0.01",
    "9223372036854.775807, USD, 9223372036854.77"
  })
  void roundsDownToWholeMinorUnits(String amount, String currency, String paid) {
    assertThat(Money.of(amount, currency).toMinorUnitsDown()).isEqualTo(Money.of(paid, currency));
  }

  @ParameterizedTest(name = "the smallest amount of {0} is {1}, which is {2} micro-units")
  @CsvSource({
    "USD, 0.01, 10000",
    "JPY, 1, 1000000",
    "KWD, 0.001, 1000",
    "CLF, 0.0001, 100",
    "IDR, 0.01, 10000"
  })
  void knowsTheMinorUnit(String currency, String unit, long micros) {
    assertThat(Money.of("-12.345678", currency).minorUnit())
        .isEqualTo(Money.of(unit, currency))
        .isEqualTo(Money.ofMicros(micros, currency));
  }

  @Test
  void addsAndSubtractsExactly() {
    Money most = Money.ofMicros(Long.MAX_VALUE, "USD");
    Money least = Money.ofMicros(Long.MIN_VALUE, "USD");
    Money one = Money.ofMicros(1, "USD");

    assertThat(most.minus(one).plus(one)).isEqualTo(most);
    assertThat(least.plus(one).minus(one)).isEqualTo(least);
    assertThat(one.negated()).isEqualTo(Money.ofMicros(-1, "USD"));
    assertThat(Money.zero(USD).negated()).isEqualTo(Money.zero(USD));
  }

  @Test
  void throwsRatherThanOverflow() {
    Money most = Money.ofMicros(Long.MAX_VALUE, "USD");
    Money least = Money.ofMicros(Long.MIN_VALUE, "USD");
    Money one = Money.ofMicros(1, "USD");

    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(least::toMinorUnitsDown).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void neverMixesCurrencies() {
    Money dollar = Money.of("1", "USD");
    Money euro = Money.of("1", "EUR");

    assertThatIllegalArgumentException().isThrownBy(() -> dollar.plus(euro));
    assertThatIllegalArgumentException().isThrownBy(() -> dollar.minus(euro));
    assertThatIllegalArgumentException().isThrownBy(() -> dollar.min(euro));
    assertThatIllegalArgumentException().isThrownBy(() -> dollar.compareTo(euro));
    assertThat(dollar).isNotEqualTo(euro);
  }

  @ParameterizedTest(name = "{0} micros: positive {1}, zero {2}, negative {3}")
  @CsvSource({"-1, false, false, true", "0, false, true, false", "1, true, false, false"})
  void knowsItsSign(long micros, boolean positive, boolean zero, boolean negative) {
    Money money = Money.ofMicros(micros, "USD");

    assertThat(money.isPositive()).isEqualTo(positive);
    assertThat(money.isZero()).isEqualTo(zero);
    assertThat(money.isNegative()).isEqualTo(negative);
  }

  @Test
  void ordersByAmount() {
    Money less = Money.of("-1", "USD");
    Money more = Money.of("0.000001", "USD");

    assertThat(less).isLessThan(more);
    assertThat(more).isEqualByComparingTo(Money.ofMicros(1, "USD"));
    assertThat(less.min(more)).isEqualTo(less);
    assertThat(more.min(less)).isEqualTo(less);
  }

  @Test
  void countsEveryCurrencyThatHasAMinorUnit() {
    assertThat(Currency.getAvailableCurrencies())
        .filteredOn(currency -> currency.getDefaultFractionDigits() >= 0)
        .hasSizeGreaterThan(150)
        .allSatisfy(currency -> assertThat(Money.zero(currency).isZero()).isTrue())
        .allSatisfy(
            currency ->
                assertThat(Money.zero(currency).minorUnit().micros()).isBetween(1L, 1_000_000L));
  }
}
