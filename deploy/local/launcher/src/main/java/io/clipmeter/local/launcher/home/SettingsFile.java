package io.clipmeter.local.launcher.home;

import io.clipmeter.local.launcher.disk.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Remembers the settings in {@code .clipmeter/config.json}. */
public final class SettingsFile {
  private final Home home;

  public SettingsFile(Home home) {
    this.home = home;
  }

  /** The remembered settings, or the usual ones where nothing is remembered. */
  public Settings read() {
    try {
      return Files.exists(home.config())
          ? Settings.ofJson(Files.readString(home.config()))
          : Settings.USUAL;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(Settings settings) {
    home.folder("");
    PrivateFiles.write(home.config(), settings.toJson());
  }
}
