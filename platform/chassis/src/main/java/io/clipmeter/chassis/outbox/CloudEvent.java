package io.clipmeter.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The headers of an event in Kafka's binary mode.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding</a>
 */
final class CloudEvent {
  private static final String ID = "ce_id";

  private CloudEvent() {}

  /** What all events of one transaction have in common. */
  static Map<String, String> common(String source, String traceParent) {
    Map<String, String> common = new LinkedHashMap<>();
    common.put("ce_source", source);
    common.put("traceparent", traceParent);
    return common;
  }

  /** The headers of an event that is written by itself. */
  static Map<String, String> headers(String type, UUID id, Instant at, Map<String, String> common) {
    Map<String, String> headers = shared(type, at, common);
    headers.put(ID, id.toString());
    return headers;
  }

  /** What events of one type and instant have in common: all but their ids. */
  static Map<String, String> shared(String type, Instant at, Map<String, String> common) {
    Map<String, String> headers = new LinkedHashMap<>(16);
    headers.put("ce_specversion", "1.0");
    headers.put("ce_time", at.toString());
    headers.put("content-type", "application/json");
    headers.putAll(common);
    headers.put("ce_type", type);
    return headers;
  }

  /** The header with the event's id. */
  static Header id(UUID id) {
    return new RecordHeader(ID, id.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * The same for Kafka. They never change, so any number of records may have them.
   *
   * @param headers values as ISO 8859-1
   */
  static List<Header> ofKafka(Map<String, String> headers) {
    List<Header> ofKafka = new ArrayList<>(headers.size() + 1);
    headers.forEach(
        (name, value) ->
            ofKafka.add(new RecordHeader(name, value.getBytes(StandardCharsets.ISO_8859_1))));
    return ofKafka;
  }
}
