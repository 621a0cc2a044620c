package io.clipmeter.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final Path ROOT = Path.of("/");

  @Test
  void hasTheSameFingerprintForTheSameCommandAndVariables() {
    assertThat(launch(List.of("a", "b"), Map.of("X", "1", "Y", "2")).fingerprint())
        .isEqualTo(launch(List.of("a", "b"), Map.of("Y", "2", "X", "1")).fingerprint());
  }

  @Test
  void hasAnotherFingerprintWhenAnythingDiffers() {
    String fingerprint = launch(List.of("a", "b"), Map.of("X", "1")).fingerprint();

    assertThat(launch(List.of("a", "c"), Map.of("X", "1")).fingerprint()).isNotEqualTo(fingerprint);
    assertThat(launch(List.of("a b"), Map.of("X", "1")).fingerprint()).isNotEqualTo(fingerprint);
    assertThat(launch(List.of("a", "b"), Map.of("X", "2")).fingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void doesNotBetrayTheVariables() {
    assertThat(launch(List.of("a"), Map.of("PASSWORD", "canary")).fingerprint())
        .doesNotContain("canary");
  }

  private static Launch launch(List<String> command, Map<String, String> environment) {
    return new Launch("part", command, environment, ROOT, ROOT);
  }
}
