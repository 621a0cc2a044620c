package io.clipmeter.local.simulator.views;

import java.util.Locale;
import java.util.Optional;

/** A video platform. */
public enum Platform {
  TIKTOK,
  YOUTUBE,
  INSTAGRAM;

  /** By name, in any case; empty for anything else. */
  public static Optional<Platform> of(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "tiktok" -> Optional.of(TIKTOK);
      case "youtube" -> Optional.of(YOUTUBE);
      case "instagram" -> Optional.of(INSTAGRAM);
      default -> Optional.empty();
    };
  }
}
