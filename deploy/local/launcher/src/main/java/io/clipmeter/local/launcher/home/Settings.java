package io.clipmeter.local.launcher.home;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a user chose with flags of {@code up}; remembered until {@code reset}.
 *
 * @param views recorded view histories that the simulator replays, or null for its seeded model
 * @param tickLength how often the simulator moves on by itself, or null for only by {@code tick}
 */
public record Settings(Ports ports, @Nullable Path views, @Nullable Duration tickLength) {
  public static final Settings USUAL = new Settings(Ports.USUAL, null, null);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Settings {
    if (tickLength != null && (tickLength.isNegative() || tickLength.isZero())) {
      throw new Failure("--tick-length must be longer than nothing, for example PT10S.");
    }
  }

  /** These settings as the text of the configuration file. */
  String toJson() {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode numbers = json.putObject("ports");
    ports.changed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> numbers.put(entry.getKey().label(), entry.getValue()));
    if (views != null) {
      json.put("views", views.toString());
    }
    if (tickLength != null) {
      json.put("tickLength", tickLength.toString());
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /**
   * The settings in the text of a configuration file.
   *
   * @throws Failure when the text is not one of ours
   */
  static Settings ofJson(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      Map<Port, Integer> numbers = new EnumMap<>(Port.class);
      json.path("ports")
          .forEachEntry((label, number) -> numbers.put(Port.labelled(label), number.asInt()));
      return new Settings(new Ports(numbers), views(json), tickLength(json));
    } catch (JacksonException | DateTimeParseException e) {
      throw new Failure(
          "The configuration file is damaged; delete it or correct it: " + e.getMessage(), e);
    }
  }

  private static @Nullable Path views(JsonNode json) {
    return json.has("views") ? Path.of(json.get("views").asString()) : null;
  }

  private static @Nullable Duration tickLength(JsonNode json) {
    return json.has("tickLength") ? Duration.parse(json.get("tickLength").asString()) : null;
  }
}
