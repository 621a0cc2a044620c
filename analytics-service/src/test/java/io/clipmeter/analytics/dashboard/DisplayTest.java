package io.clipmeter.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "147.5        | USD | $147.50",
        "0            | USD | $0.00",
        "0.004999     | USD | $0.00",
        "0.005        | USD | $0.01",
        "1234567.895  | USD | $1,234,567.90",
        "999.995      | USD | $1,000.00",
        "12.34        | EUR | €12.34",
        "1234.5       | JPY | ¥1,235",
        "2.489        | IDR | IDR 2.49",
        "1.0005       | BHD | BHD 1.001",
        "9223372036854.775807 | USD | $9,223,372,036,854.78"
      })
  void moneyIsRoundedForPeopleOnly(String amount, String currency, String shown) {
    assertThat(Display.of(Money.of(amount, currency))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "999 | 999",
        "1000 | 1,000",
        "324500 | 324,500",
        "9223372036854775807 | 9,223,372,036,854,775,807"
      })
  void countsAreGrouped(long count, String shown) {
    assertThat(Display.of(count)).isEqualTo(shown);
  }
}
