package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.everit.json.schema.FormatValidator;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the contract's files and asks its three forms - record, schema, sample - for an opinion.
 */
final class Contract {
  /** As every service has it: Jackson 3 with its own defaults. */
  static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<EventType, Schema> VALIDATORS = new ConcurrentHashMap<>();

  private Contract() {}

  static ObjectNode schema(EventType type) {
    return read(type.schemaResource());
  }

  static ObjectNode sample(EventType type) {
    return read(type.sampleResource());
  }

  static ObjectNode read(String resource) {
    try (InputStream in = Contract.class.getResourceAsStream(resource)) {
      return (ObjectNode) JSON.readTree(requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Event readRecord(EventType type, JsonNode json) {
    return JSON.treeToValue(json, type.record());
  }

  static JsonNode write(Event event) {
    return JSON.readTree(JSON.writeValueAsBytes(event));
  }

  /** What the schema says against the JSON; empty where it is valid. */
  static Optional<String> complaint(EventType type, JsonNode json) {
    try {
      VALIDATORS
          .computeIfAbsent(type, Contract::validator)
          .validate(new JSONObject(json.toString()));
      return Optional.empty();
    } catch (ValidationException e) {
      return Optional.of(String.join("; ", e.getAllMessages()));
    }
  }

  private static Schema validator(EventType type) {
    return SchemaLoader.builder()
        .draftV7Support()
        .addFormatValidator(new UuidFormat())
        .schemaJson(new JSONObject(schema(type).toString()))
        .build()
        .load()
        .build();
  }

  private static final class UuidFormat implements FormatValidator {
    @Override
    public Optional<String> validate(String subject) {
      try {
        return UUID.fromString(subject).toString().equalsIgnoreCase(subject)
            ? Optional.empty()
            : Optional.of("not a full UUID: " + subject);
      } catch (IllegalArgumentException e) {
        return Optional.of("no UUID: " + subject);
      }
    }

    @Override
    public String formatName() {
      return "uuid";
    }
  }
}
