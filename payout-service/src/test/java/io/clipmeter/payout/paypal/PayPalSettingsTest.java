package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PayPalSettingsTest {
  private static final String PREFIX = "clipmeter.payout.paypal";

  @Test
  void withoutAnAccountPayPalIsOff() {
    PayPalSettings settings = bind(Map.of());
    assertThat(settings.clientId()).isEmpty();
    assertThat(settings.baseUrl()).hasToString("https://api-m.paypal.com");
    assertThat(settings.currencies()).hasSize(20).contains("USD").doesNotContain("HUF", "TWD");
    assertThat(settings.resendFor()).isEqualTo(Duration.ofDays(20));
    assertThat(settings.silentFor()).isEqualTo(Duration.ofDays(3));
    assertThat(settings.giveUpAfter()).isEqualTo(Duration.ofDays(1));
    assertThat(settings.watchGap()).isEqualTo(Duration.ofDays(1));
    assertThat(settings.watchFor()).isEqualTo(Duration.ofDays(35));
    assertThat(settings.longestGap()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void nothingOfTheAccountIsShown() {
    PayPalSettings settings = bind(Map.of("client-id", "some-id", "client-secret", "some-secret"));
    assertThat(settings).hasToString("PayPalSettings[https://api-m.paypal.com]");
  }

  @Test
  void anAccountIsNamedByWhereItIsAndItsIdAlone() {
    String account = account("https://a.example", "anna", "x");
    assertThat(account).matches("[0-9a-f]{64}");
    assertThat(account("https://a.example/", "anna", "y")).isEqualTo(account);
    assertThat(account("https://b.example", "anna", "x")).isNotEqualTo(account);
    assertThat(account("https://a.example", "bert", "x")).isNotEqualTo(account);
  }

  private static String account(String url, String id, String secret) {
    return bind(Map.of("base-url", url, "client-id", id, "client-secret", secret)).account();
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://api-m.paypal.com, base-url",
    "base-url, https://user@api-m.paypal.com, base-url",
    "base-url, ftp://localhost, base-url",
    "client-id, alone, belong together",
    "client-secret, alone, belong together",
    "client-id, two words, without spaces",
    "tick, 999ms, tick",
    "batch-max, 0, batch-max",
    "parallel-max, 51, parallel-max",
    "answer-timeout, 0ms, answer-timeout",
    "busy-for, 5m, busy-for",
    "first-gap, 7h, first-gap",
    "longest-gap, 25h, longest-gap",
    "give-up-after, 59m, give-up-after",
    "resend-for, 26d, resend-for",
    "silent-for, 11h, silent-for",
    "silent-for, 21d, silent-for",
    "watch-gap, 59m, watch-gap",
    "watch-gap, 241h, watch-gap",
    "watch-for, -1d, watch-for",
    "watch-for, 181d, watch-for"
  })
  void whatIsOutOfItsRangeStopsTheStart(String property, String value, String named) {
    assertThatThrownBy(() -> bind(Map.of(property, value))).rootCause().hasMessageContaining(named);
  }

  private static PayPalSettings bind(Map<String, String> values) {
    Map<String, String> properties = new HashMap<>();
    values.forEach((name, value) -> properties.put(PREFIX + "." + name, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, PayPalSettings.class);
  }
}
