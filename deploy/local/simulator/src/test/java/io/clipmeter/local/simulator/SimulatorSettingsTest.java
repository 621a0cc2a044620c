package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.local.simulator.run.RunTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorSettingsTest {
  @Test
  void theseAreTheDefaults() throws Exception {
    assertThat(SimulatorSettings.of(Map.of("SIMULATOR_TICK", " ")))
        .isEqualTo(
            new SimulatorSettings(
                8111, Path.of(".clipmeter/simulator"), Optional.empty(), Optional.empty(), 1));
  }

  @Test
  void theseAreTheNames() throws Exception {
    var environment =
        Map.of(
            "SIMULATOR_PORT", "9",
            "SIMULATOR_STATE_DIR", "state",
            "SIMULATOR_VIEWS_FILE", "views.csv",
            "SIMULATOR_TICK", "PT30S",
            "SIMULATOR_SEED", "-7");

    assertThat(SimulatorSettings.of(environment))
        .isEqualTo(
            new SimulatorSettings(
                9,
                Path.of("state"),
                Optional.of(Path.of("views.csv")),
                Optional.of(Duration.ofSeconds(30)),
                -7));
  }

  @Test
  void runsTakeAsLongAsIsSaid() throws Exception {
    assertThat(SimulatorSettings.times(Map.of())).isEqualTo(RunTimes.USUAL);
    assertThat(SimulatorSettings.times(Map.of("SIMULATOR_RUN_TIME", "PT3S")))
        .isEqualTo(
            new RunTimes(
                Duration.ZERO, Duration.ofSeconds(3), Duration.ZERO, RunTimes.USUAL.syncMax()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "PT0.09S", "PT1H0.1S"})
  void aBadRunTimeIsNamed(String value) {
    assertThatThrownBy(() -> SimulatorSettings.times(Map.of("SIMULATOR_RUN_TIME", value)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("SIMULATOR_RUN_TIME")
        .hasMessageContaining(value);
  }

  @ParameterizedTest
  @CsvSource({
    "SIMULATOR_PORT, 65536",
    "SIMULATOR_PORT, -1",
    "SIMULATOR_PORT, http",
    "SIMULATOR_TICK, 30",
    "SIMULATOR_TICK, PT0S",
    "SIMULATOR_TICK, PT-5S",
    "SIMULATOR_TICK, PT999999999999999H",
    "SIMULATOR_SEED, x"
  })
  void aBadValueIsNamed(String name, String value) {
    assertThatThrownBy(() -> SimulatorSettings.of(Map.of(name, value)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(name)
        .hasMessageContaining(value);
  }
}
