package io.clipmeter.tracking.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePolicyTest {
  @ParameterizedTest
  @CsvSource({
    "BUSY: 429 rate-limit-exceeded, rate-limited",
    "DOWN: cannot connect, network-error",
    "LOST: HttpTimeoutException, network-error",
    "BUDGET: 403 platform-feature-disabled, provider-unavailable",
    "KEY: 401, provider-unavailable",
    "SHAPE: items that are no array, provider-error",
    "no item in the answer, provider-error"
  })
  void eachFailureHasItsWord(String detail, String word) {
    assertThat(FailurePolicy.failure(detail)).isEqualTo(word);
  }
}
