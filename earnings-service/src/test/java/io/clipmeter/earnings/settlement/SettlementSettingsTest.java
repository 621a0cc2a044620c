package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettlementSettingsTest {
  private static final String PREFIX = "clipmeter.earnings.settlement";

  @Test
  void defaultsAreTheDomains() {
    assertThat(bind(Map.of())).isEqualTo(new SettlementSettings(3, 20_000));
  }

  @Test
  void theKeyIsPinned() {
    assertThat(bind(Map.of(PREFIX + ".held-rounds-max", "0")))
        .isEqualTo(new SettlementSettings(0, 20_000));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new SettlementSettings(-1, 1)).hasMessageContaining("held-rounds-max");
    assertThatThrownBy(() -> new SettlementSettings(101, 1))
        .hasMessageContaining("held-rounds-max");
    assertThatThrownBy(() -> new SettlementSettings(3, 0)).hasMessageContaining("large-from");
    assertThatThrownBy(() -> new SettlementSettings(3, 1_000_001))
        .hasMessageContaining("large-from");
  }

  private static SettlementSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, SettlementSettings.class);
  }
}
