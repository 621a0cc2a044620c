package io.clipmeter.chassis.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The headers of an event in Kafka's binary mode.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding</a>
 */
final class CloudEvent {
  private CloudEvent() {}

  /** What all events of one transaction have in common. */
  static Map<String, String> common(String source, String traceParent) {
    Map<String, String> common = new LinkedHashMap<>();
    common.put("ce_source", source);
    common.put("traceparent", traceParent);
    return common;
  }

  static Map<String, String> headers(String type, UUID id, Instant at, Map<String, String> common) {
    Map<String, String> headers = new LinkedHashMap<>(16);
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_type", type);
    headers.put("ce_time", at.toString());
    headers.put("content-type", "application/json");
    headers.putAll(common);
    return headers;
  }
}
