package io.clipmeter.tracking.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.call.ProviderFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePolicyTest {
  @ParameterizedTest
  @CsvSource({
    "BUSY,    rate-limited",
    "DOWN,    network-error",
    "LOST,    network-error",
    "BUDGET,  provider-unavailable",
    "KEY,     provider-unavailable",
    "CAPPED,  provider-unavailable",
    "SHAPE,   provider-error",
    "REFUSED, provider-error",
    ",        provider-error"
  })
  void eachFailureHasItsWord(ProviderFault.@Nullable Kind kind, String word) {
    assertThat(FailurePolicy.failure(kind)).isEqualTo(word);
  }
}
