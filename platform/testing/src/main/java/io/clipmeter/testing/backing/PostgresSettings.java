package io.clipmeter.testing.backing;

import java.util.Map;
import java.util.TreeMap;

/** How a PostgreSQL server of the tests is set up, the same embedded and in a container. */
final class PostgresSettings {

  private PostgresSettings() {}

  /** The server's parameters by name. Quick servers may lose data when they are killed. */
  static Map<String, String> of(boolean durable) {
    String safety = durable ? "on" : "off";
    return new TreeMap<>(
        Map.of(
            "fsync", safety,
            "full_page_writes", safety,
            "synchronous_commit", safety,
            // Cached contexts keep their pools; the default of 100 runs out.
            "max_connections", "500"));
  }
}
