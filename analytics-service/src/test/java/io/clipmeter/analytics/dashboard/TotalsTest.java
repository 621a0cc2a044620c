package io.clipmeter.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.analytics.dashboard.Totals.Account;
import io.clipmeter.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

  @ParameterizedTest
  @CsvSource({
    "50.00,0.00,0.00,0.00,50.00",
    "50.00,0.00,20.00,10.00,20.00",
    "50.00,0.00,20.00,30.00,0.00",
    "50.00,0.00,20.00,30.000001,0.00",
    "50.00,5.00,20.00,25.00,0.00",
    "50.00,5.00,20.00,24.999999,0.000001",
    "50.00,50.000001,0.00,0.00,0.00",
    "50.000001,0.00,20.00,30.00,0.000001",
    "0.00,0.00,0.00,25.00,0.00"
  })
  void availableIsWhatIsLeftAndNeverLessThanNothing(
      String earned, String held, String reserved, String paid, String available) {
    Account account = new Account(usd(earned), usd(held), usd(reserved), usd(paid));

    assertThat(account.available()).isEqualTo(usd(available));
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
