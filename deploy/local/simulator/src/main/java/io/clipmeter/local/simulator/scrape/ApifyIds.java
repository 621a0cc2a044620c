package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.views.Draw;
import java.util.UUID;

/** Apify's ids: 17 letters and digits. */
public final class ApifyIds {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 17;

  private ApifyIds() {}

  /** A new one. */
  public static String next() {
    return of(UUID.randomUUID().toString(), "id");
  }

  /** The one of a thing's part: always the same. */
  public static String of(String thing, String part) {
    return new Draw(thing).text(part, LENGTH, ALPHABET);
  }
}
