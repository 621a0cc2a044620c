package io.clipmeter.local.launcher.log;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a line of a service's log, which is JSON for machines, into lines for people. */
public final class LogLine {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TIME_LENGTH = "2026-11-21T03:52:33.326".length();

  private LogLine() {}

  /** The lines of this line; the line itself where it is no JSON. */
  public static List<String> readable(String line) {
    if (!line.startsWith("{")) {
      return List.of(line);
    }
    try {
      return readable(JSON.readTree(line));
    } catch (JacksonException e) {
      return List.of(line);
    }
  }

  private static List<String> readable(JsonNode json) {
    String time = json.path("@timestamp").asString("");
    String logger = json.path("logger_name").asString("");
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %-5s %s: %s"
            .formatted(
                time.substring(0, Math.min(TIME_LENGTH, time.length())),
                json.path("level").asString(""),
                logger.substring(logger.lastIndexOf('.') + 1),
                json.path("message").asString("").strip()));
    String trace = json.path("stack_trace").asString("");
    if (!trace.isBlank()) {
      lines.add(trace.stripTrailing());
    }
    return lines.stream().flatMap(String::lines).toList();
  }
}
