package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "12.345678, USD, 12.345678",
    "12.5, USD, 12.50",
    "12, USD, 12.00",
    "-0.10, USD, -0.10",
    "0.02489, IDR, 0.02489",
    "1200, JPY, 1200"
  })
  void writesEqualMoneyAlike(String amount, String currency, String written) {
    Amount read = new Amount(amount, currency);

    assertThat(read.amount()).isEqualTo(written);
    assertThat(Amount.of(Money.of(amount, currency))).isEqualTo(read);
    assertThat(read.toMoney()).isEqualTo(Money.of(amount, currency));
  }

  @Test
  void carriesAPriceOf1000Views() {
    Cpm cpm = Cpm.of("0.02489", "IDR");

    assertThat(Amount.of(cpm)).isEqualTo(new Amount("0.02489", "IDR"));
    assertThat(Amount.of(cpm).toCpm()).isEqualTo(cpm);
    assertThatIllegalArgumentException().isThrownBy(() -> new Amount("-1", "USD").toCpm());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1e3", "1.0000001", "01", "NaN", "9223372036854.775808"})
  void refusesWhatIsNoAmount(String amount) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Amount(amount, "USD"));
  }
}
