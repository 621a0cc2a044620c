package io.clipmeter.local.launcher.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build put into this launcher. */
public record Versions(String clipmeter, String postgres, String kafka) {
  public static Versions ofThisBuild() {
    Properties properties = new Properties();
    try (InputStream file = Versions.class.getResourceAsStream("/clipmeter-versions.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(
        properties.getProperty("clipmeter"),
        properties.getProperty("postgres"),
        properties.getProperty("kafka"));
  }
}
