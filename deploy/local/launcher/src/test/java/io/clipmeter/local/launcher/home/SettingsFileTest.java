package io.clipmeter.local.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void remembersWhatWasWritten() {
    Settings settings =
        new Settings(
            Ports.USUAL.with(List.of("gateway=8081", "kafka=9292")),
            Path.of("/data/my views.csv"),
            Duration.ofSeconds(10));
    SettingsFile file = new SettingsFile(new Home(folder));

    file.write(settings);

    assertThat(file.read()).isEqualTo(settings);
  }

  @Test
  void hasTheUsualSettingsWhereNothingIsRemembered() {
    assertThat(new SettingsFile(new Home(folder)).read()).isEqualTo(Settings.USUAL);
  }

  @Test
  void saysWhatToDoWithADamagedFile() throws IOException {
    Home home = new Home(folder);
    home.folder("");
    Files.writeString(home.config(), "{\"ports\":");

    assertThatThrownBy(() -> new SettingsFile(home).read())
        .isInstanceOf(Failure.class)
        .hasMessageContaining("delete it or correct it");
  }

  @Test
  void refusesATickWithoutLength() {
    assertThatThrownBy(() -> new Settings(Ports.USUAL, null, Duration.ZERO))
        .hasMessageContaining("PT10S");
  }
}
