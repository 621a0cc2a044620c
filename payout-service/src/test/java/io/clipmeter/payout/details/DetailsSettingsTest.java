package io.clipmeter.payout.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A service without its key does not start, and says why in one sentence without the key. */
@ExtendWith(OutputCaptureExtension.class)
class DetailsSettingsTest {
  private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
  private static final String OTHER = "YUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(DetailsSettings.class)
  static class Only {}

  @ParameterizedTest
  @CsvSource({
    "'', '', PAYOUT_DETAILS_KEY is missing",
    "' ', '', PAYOUT_DETAILS_KEY is missing",
    "not base64!, '', PAYOUT_DETAILS_KEY is not base64",
    "c2hvcnQtc2VjcmV0, '', 'PAYOUT_DETAILS_KEY must be 32 bytes in base64, not 12'",
    KEY + ", c2hvcnQtc2VjcmV0, 'PAYOUT_DETAILS_OLD_KEYS must be 32 bytes in base64, not 12'",
  })
  void aMissingOrWrongKeyStopsTheStart(
      String key, String old, String message, CapturedOutput output) {
    assertThatThrownBy(() -> start(key, old).close());
    assertThat(output.getOut()).contains(message).doesNotContain("c2hvcnQ").doesNotContain(KEY);
  }

  @Test
  void keysComeFromTheEnvironment() {
    try (var context = start(KEY, OTHER + "," + KEY)) {
      DetailsSettings settings = context.getBean(DetailsSettings.class);
      assertThat(settings.key()).isEqualTo(KEY);
      assertThat(settings.oldKeys()).containsExactly(OTHER, KEY);
      assertThat(settings.keys().fingerprints(new byte[0])).hasSize(3);
      assertThat(settings.toString()).doesNotContain(KEY).doesNotContain(OTHER);
    }
    try (var context = start(KEY, "")) {
      assertThat(context.getBean(DetailsSettings.class).oldKeys()).isEqualTo(List.of());
    }
  }

  private static ConfigurableApplicationContext start(String key, String oldKeys) {
    return new SpringApplicationBuilder(Only.class)
        .web(WebApplicationType.NONE)
        .run("--PAYOUT_DETAILS_KEY=" + key, "--PAYOUT_DETAILS_OLD_KEYS=" + oldKeys);
  }
}
