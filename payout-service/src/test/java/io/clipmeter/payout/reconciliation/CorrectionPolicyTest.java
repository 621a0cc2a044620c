package io.clipmeter.payout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionPolicyTest {
  @ParameterizedTest(name = "{0} where {1} differs: {2}")
  @CsvSource({
    "5, 5, true",
    "4.999999, 5, true",
    "5.000001, 5, false",
    "-5, 5, false",
    "-0.000001, 5, false",
    "-5, -5, true",
    "-4.999999, -5, true",
    "-5.000001, -5, false",
    "5, -5, false",
    "0.000001, 0, false",
    "-0.000001, 0, false"
  })
  void aCorrectionNeverGoesPastWhatDiffers(String correction, String difference, boolean within) {
    assertThat(CorrectionPolicy.within(Money.of(correction, "USD"), Money.of(difference, "USD")))
        .isEqualTo(within);
  }
}
