package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Apify says of our account, whatever it says. */
class ApifyAccountTest {
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "\"1\"", "null"})
  void anAccountWithoutAmountsIsNoFaultOfOurs(String used) {
    String limits =
        "{\"data\":{\"current\":{\"monthlyUsageUsd\":"
            + used
            + "},\"limits\":{\"maxMonthlyUsageUsd\":300}}}";
    apify.stub.next(Call.LIMITS, Canned.json(200, limits));

    assertThat(apify.source.checkKey())
        .isInstanceOfSatisfying(
            KeyCheck.Unknown.class,
            unknown -> assertThat(unknown.detail()).contains("an account without limits"));
  }

  @Test
  void aKeyThatCannotBeLookedAtIsUnknown() {
    KeyCheck check =
        KeyCheck.by(
            () -> {
              throw new NumberFormatException("what nobody expected");
            });

    assertThat(check)
        .isEqualTo(new KeyCheck.Unknown("an answer that cannot be read: NumberFormatException"));
  }
}
