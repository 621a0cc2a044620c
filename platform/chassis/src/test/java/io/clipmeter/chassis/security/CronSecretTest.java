package io.clipmeter.chassis.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronSecretTest {
  private static final String SECRET = "0123456789abcdef";

  @Test
  void whoBringsItPasses() {
    assertThatCode(() -> new CronSecret(SECRET).check("Bearer " + SECRET))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer ",
        "Bearer 0123456789abcde",
        "Bearer 0123456789abcdefg",
        "bearer 0123456789abcdef",
        "0123456789abcdef",
        "Basic 0123456789abcdef"
      })
  void whoDoesNotIsRefused(@Nullable String header) {
    assertThatThrownBy(() -> new CronSecret(SECRET).check(header)).hasMessageContaining("CRON");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer ", "Bearer x"})
  void whereThereIsNoneNobodyPasses(@Nullable String header) {
    assertThatThrownBy(() -> new CronSecret("").check(header)).hasMessageContaining("CRON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "0123456789abcde", "with a blank in it", "0123456789abcd\u00e9f"})
  void aWeakOneStopsTheStart(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CronSecret(secret))
        .withMessageContaining("CRON_SECRET");
  }
}
