package io.clipmeter.payout.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HookSettingsTest {
  private static final String PREFIX = "clipmeter.payout.hook";

  @Test
  void withoutAWebhookCallsAreRefused() {
    HookSettings settings = bind(Map.of());
    assertThat(settings.webhookId()).isEmpty();
    assertThat(settings.certOrigin()).hasToString("https://api.paypal.com");
    assertThat(settings.keep()).isEqualTo(Duration.ofDays(30));
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id, a|b",
    "cert-origin, http://api.paypal.com",
    "cert-origin, https://api.paypal.com/",
    "cert-origin, https://api.paypal.com/certs",
    "cert-origin, https://me@api.paypal.com",
    "cert-origin, https://api.paypal.com?x",
    "keep, 23h",
    "keep, 366d"
  })
  void whatIsOutOfItsRangeStopsTheStart(String property, String value) {
    assertThatThrownBy(() -> bind(Map.of(PREFIX + "." + property, value)))
        .rootCause()
        .hasMessageContaining(PREFIX + "." + property);
  }

  private static HookSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate(PREFIX, HookSettings.class);
  }
}
