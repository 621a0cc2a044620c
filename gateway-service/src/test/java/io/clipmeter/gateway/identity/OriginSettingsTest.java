package io.clipmeter.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OriginSettingsTest {

  @Test
  void theConsoleInDevelopmentIsTheOnlyOneByDefault() {
    assertThat(bound(Map.of()).origins()).containsExactly("http://localhost:5173");
  }

  @Test
  void origins() {
    assertThat(
            bound(Map.of("clipmeter.gateway.cors.origins", "https://app.example.com,http://a:1"))
                .origins())
        .containsExactly("https://app.example.com", "http://a:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.com",
        "app.example.com",
        "https://a/",
        "https://A",
        "null"
      })
  void whatIsNoOriginStopsTheStart(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OriginSettings(List.of(origin)))
        .withMessageContaining("clipmeter.gateway.cors.origins");
  }

  private static OriginSettings bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("clipmeter.gateway.cors", OriginSettings.class);
  }
}
