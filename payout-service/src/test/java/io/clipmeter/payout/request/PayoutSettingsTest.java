package io.clipmeter.payout.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class PayoutSettingsTest {
  private static final String PREFIX = "clipmeter.payout.request";

  @Test
  void theServicePaysDollarsEurosAndRupiah() throws IOException {
    var yaml =
        new YamlPropertySourceLoader().load("yaml", new ClassPathResource("application.yaml"));
    PayoutSettings settings =
        new Binder(ConfigurationPropertySources.from(yaml))
            .bind(PREFIX, PayoutSettings.class)
            .get();
    assertThat(settings.minimums())
        .isEqualTo(Map.of("USD", "20.00", "EUR", "20.00", "IDR", "300000"));
    assertThat(settings.maximums())
        .isEqualTo(Map.of("USD", "10000.00", "EUR", "10000.00", "IDR", "150000000"));
    assertThat(settings.twoApproversFrom())
        .isEqualTo(Map.of("USD", "1000.00", "EUR", "1000.00", "IDR", "15000000"));
    assertThat(minimum(settings, "USD")).isEqualTo(Money.of("20", "USD"));
  }

  @Test
  void onlyWhatIsConfiguredIsPaid() {
    PayoutSettings settings = bind(limits("IDR", "150000", "300000", "200000"));
    assertThat(minimum(settings, "IDR")).isEqualTo(Money.of("150000", "IDR"));
    assertThat(settings.pays(Currency.getInstance("IDR"))).isTrue();
    assertThat(settings.pays(Currency.getInstance("EUR"))).isFalse();
    assertThat(settings.currencies()).containsExactly(Currency.getInstance("IDR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimums", "maximums", "two-approvers-from"})
  void aCurrencyWithoutAllItsLimitsStopsTheStart(String missing) {
    Map<String, String> limits = limits("EUR", "20", "100", "50");
    limits.remove(PREFIX + "." + missing + ".EUR");
    assertThatThrownBy(() -> bind(limits)).rootCause().hasMessageContaining("not so: [EUR]");
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
    "methods, '', capital letters"
  })
  void aMinimumThatIsNoneStopsTheStart(String property, String value, String message) {
    Map<String, String> values = limits("USD", "20", "100", "50");
    values.put(PREFIX + "." + property, value);
    assertThatThrownBy(() -> bind(values))
        .rootCause()
        .hasMessageContaining(PREFIX + "." + property)
        .hasMessageContaining(message);
  }

  @Test
  void fromAnAmountOnTwoHaveToAgreeAndAboveAnotherNothingIsPaid() {
    PayoutSettings settings = bind(limits("USD", "20", "500", "100.00"));
    assertThat(settings.needsTwoApprovers(Money.of("99.99", "USD"))).isFalse();
    assertThat(settings.needsTwoApprovers(Money.of("100", "USD"))).isTrue();
    assertThat(settings.maximum(Currency.getInstance("USD"))).isEqualTo(Money.of("500", "USD"));
  }

  @Test
  void whatIsOfferedIsConfigured() {
    PayoutSettings settings = bind(Map.of(PREFIX + ".methods", "BANK,SOMEPAY"));
    assertThat(settings.offers(PayoutMethod.BANK)).isTrue();
    assertThat(settings.offers(new PayoutMethod("SOMEPAY"))).isTrue();
    assertThat(settings.offers(PayoutMethod.PAYPAL)).isFalse();
  }

  private static Map<String, String> limits(String currency, String... amounts) {
    Map<String, String> limits = new TreeMap<>();
    limits.put(PREFIX + ".minimums." + currency, amounts[0]);
    limits.put(PREFIX + ".maximums." + currency, amounts[1]);
    limits.put(PREFIX + ".two-approvers-from." + currency, amounts[2]);
    return limits;
  }

  private static Money minimum(PayoutSettings settings, String currency) {
    return settings.minimum(Currency.getInstance(currency));
  }

  private static PayoutSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate(PREFIX, PayoutSettings.class);
  }
}
