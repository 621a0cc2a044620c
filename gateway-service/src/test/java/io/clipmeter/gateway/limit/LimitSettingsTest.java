package io.clipmeter.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LimitSettingsTest {

  @Test
  void aBodyHasOneMebibyteByDefault() {
    assertThat(bound(Map.of()).bodyMax()).isEqualTo(DataSize.ofMegabytes(1));
  }

  @Test
  void bodyMax() {
    assertThat(bound(Map.of("clipmeter.gateway.limit.body-max", "10KB")).bodyMax())
        .isEqualTo(DataSize.ofKilobytes(10));
  }

  @Test
  void aLimitOfNothingStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LimitSettings(DataSize.ofBytes(0)))
        .withMessageContaining("clipmeter.gateway.limit.body-max");
  }

  private static LimitSettings bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("clipmeter.gateway.limit", LimitSettings.class);
  }
}
