package io.clipmeter.local.simulator.control;

import io.clipmeter.local.simulator.fault.Fault;
import io.clipmeter.local.simulator.fault.FaultKind;
import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Refused;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A fault as JSON: {@code {"kind":"SLOW","times":2,"videoIds":["..."],"seconds":20}}. */
final class FaultRequest {
  private static final int SLOW_SECONDS = 30;

  private FaultRequest() {}

  /**
   * Reads one.
   *
   * @throws Refused 400 when a value is missing or out of range
   */
  static Fault of(JsonNode body) {
    FaultKind kind = kind(body.get("kind"));
    int times = integer(body, "times", 1, Fault.TIMES_MAX).orElse(1);
    Set<String> videoIds = videoIds(body.get("videoIds"));
    OptionalInt seconds = integer(body, "seconds", 1, Fault.SECONDS_MAX);
    if (!videoIds.isEmpty() && !kind.takesVideos()) {
      throw Refused.invalid("\"videoIds\" mean nothing to " + kind);
    }
    if (kind != FaultKind.SLOW && seconds.isPresent()) {
      throw Refused.invalid("\"seconds\" belong to SLOW only");
    }
    return new Fault(
        kind, times, videoIds, kind == FaultKind.SLOW ? seconds.orElse(SLOW_SECONDS) : 0);
  }

  static ObjectNode json(Fault fault) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("kind", fault.kind().name()).put("times", fault.times());
    var ids = json.putArray("videoIds");
    fault.videoIds().stream().sorted().forEach(ids::add);
    if (fault.kind() == FaultKind.SLOW) {
      json.put("seconds", fault.seconds());
    }
    return json;
  }

  /** An integer of a body; empty when it is not there. */
  static OptionalInt integer(JsonNode body, String name, int min, int max) {
    JsonNode value = body.get(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
      throw Refused.invalid("\"%s\" must be an integer from %d to %d".formatted(name, min, max));
    }
    return OptionalInt.of(value.intValue());
  }

  private static FaultKind kind(@Nullable JsonNode value) {
    return Arrays.stream(FaultKind.values())
        .filter(
            kind -> value != null && value.isString() && kind.name().equals(value.stringValue()))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "\"kind\" must be one of "
                        + Arrays.stream(FaultKind.values())
                            .map(FaultKind::name)
                            .collect(Collectors.joining(", "))));
  }

  private static Set<String> videoIds(@Nullable JsonNode value) {
    var ids = new HashSet<String>();
    if (value == null) {
      return ids;
    }
    if (!value.isArray()) {
      throw Refused.invalid("\"videoIds\" must be an array of strings");
    }
    for (JsonNode id : value) {
      if (!id.isString()) {
        throw Refused.invalid("\"videoIds\" must be an array of strings");
      }
      ids.add(id.stringValue());
    }
    return ids;
  }
}
