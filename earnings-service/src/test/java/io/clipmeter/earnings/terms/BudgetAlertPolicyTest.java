package io.clipmeter.earnings.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetAlertPolicyTest {
  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "0, 100, ",
    "49, 100, ",
    "50, 100, 50",
    "79, 100, 50",
    "80, 100, 80",
    "94, 100, 80",
    "95, 100, 95",
    "99, 100, 95",
    "100, 100, 100",
    "1, 3, ",
    "9223372036854775806, 9223372036854775807, 95",
    "9223372036854775807, 9223372036854775807, 100"
  })
  void saysTheHighestThresholdThatIsReached(long spent, long budget, @Nullable Integer percent) {
    assertThat(BudgetAlertPolicy.reached(spent, budget)).isEqualTo(percent);
  }
}
