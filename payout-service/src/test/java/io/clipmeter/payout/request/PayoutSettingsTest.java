package io.clipmeter.payout.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class PayoutSettingsTest {
  private static final String PREFIX = "clipmeter.payout.request";

  @Test
  void theServiceAsksForTwentyDollarsAndForTwentyOfAnythingElse() throws IOException {
    var yaml =
        new YamlPropertySourceLoader().load("yaml", new ClassPathResource("application.yaml"));
    PayoutSettings settings =
        new Binder(ConfigurationPropertySources.from(yaml))
            .bind(PREFIX, PayoutSettings.class)
            .get();
    assertThat(settings.minimums()).isEqualTo(Map.of("USD", "20.00"));
    assertThat(settings.minimumOtherwise()).isEqualTo("20");
    assertThat(settings.maximums()).isEqualTo(Map.of("USD", "10000.00"));
    assertThat(settings.twoApproversFrom()).isEqualTo(Map.of("USD", "1000.00"));
    assertThat(minimum(settings, "USD")).isEqualTo(Money.of("20", "USD"));
    assertThat(minimum(settings, "JPY")).isEqualTo(Money.of("20", "JPY"));
  }

  @Test
  void anyCurrencyMayHaveAMinimumOfItsOwn() {
    PayoutSettings settings =
        bind(Map.of(PREFIX + ".minimums.IDR", "150000", PREFIX + ".minimum-otherwise", "5"));
    assertThat(minimum(settings, "IDR")).isEqualTo(Money.of("150000", "IDR"));
    assertThat(minimum(settings, "EUR")).isEqualTo(Money.of("5", "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "minimums.USD, 0, above 0",
    "minimums.USD, -1, above 0",
    "minimums.USD, 0.001, whole minor units",
    "minimums.USD, ten, not an amount",
    "minimums.ZZZ, 10, not an amount",
    "maximums.USD, 0, above 0",
    "maximums.USD, 0.001, whole minor units",
    "maximums.USD, lots, not an amount",
    "maximums.USD, 19.99, must not be below the minimum",
    "two-approvers-from.USD, -1, above 0",
    "two-approvers-from.ZZZ, 10, not an amount",
    "methods, paypal, capital letters",
    "methods, '', capital letters",
    "minimum-otherwise, 0, whole number",
    "minimum-otherwise, 1.5, whole number"
  })
  void aMinimumThatIsNoneStopsTheStart(String property, String value, String message) {
    assertThatThrownBy(() -> bind(Map.of(PREFIX + "." + property, value)))
        .rootCause()
        .hasMessageContaining(PREFIX + "." + property)
        .hasMessageContaining(message);
  }

  @Test
  void fromAnAmountOnTwoHaveToAgreeAndAboveAnotherNothingIsPaid() {
    PayoutSettings settings =
        bind(Map.of(PREFIX + ".maximums.USD", "500", PREFIX + ".two-approvers-from.USD", "100.00"));
    assertThat(settings.needsTwoApprovers(Money.of("99.99", "USD"))).isFalse();
    assertThat(settings.needsTwoApprovers(Money.of("100", "USD"))).isTrue();
    assertThat(settings.needsTwoApprovers(Money.of("100000", "EUR"))).isFalse();
    assertThat(settings.maximum(Currency.getInstance("USD"))).hasValue(Money.of("500", "USD"));
    assertThat(settings.maximum(Currency.getInstance("EUR"))).isEmpty();
  }

  @Test
  void whatIsOfferedIsConfigured() {
    PayoutSettings settings = bind(Map.of(PREFIX + ".methods", "BANK,SOMEPAY"));
    assertThat(settings.offers(PayoutMethod.BANK)).isTrue();
    assertThat(settings.offers(new PayoutMethod("SOMEPAY"))).isTrue();
    assertThat(settings.offers(PayoutMethod.PAYPAL)).isFalse();
  }

  private static Money minimum(PayoutSettings settings, String currency) {
    return settings.minimum(Currency.getInstance(currency));
  }

  private static PayoutSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate(PREFIX, PayoutSettings.class);
  }
}
