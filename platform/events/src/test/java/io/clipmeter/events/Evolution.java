package io.clipmeter.events;

import static io.apicurio.registry.rules.compatibility.CompatibilityLevel.FORWARD_TRANSITIVE;

import io.apicurio.registry.content.TypedContent;
import io.apicurio.registry.rules.compatibility.JsonSchemaCompatibilityChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may change inside a version: optional fields are added and words are explained better. Two
 * judges, because either alone lets something through. Apicurio's FORWARD_TRANSITIVE proves that
 * whoever knows an old schema can read what is written today; it allows that optional fields
 * disappear and that new fields are required. Our own comparison does not: then today's readers
 * could not read what is still in the topics.
 */
final class Evolution {
  private static final Set<String> WORDS = Set.of("description", "title", "properties", "items");

  private Evolution() {}

  /** What is wrong with the schema as the next one after those released; empty where nothing is. */
  static List<String> objections(List<ObjectNode> released, ObjectNode next) {
    Stream<String> ours = released.stream().flatMap(old -> differences(old, next, "").stream());
    return Stream.concat(ours, forwardDifferences(released, next).stream()).distinct().toList();
  }

  static List<String> forwardDifferences(List<ObjectNode> released, ObjectNode next) {
    return new JsonSchemaCompatibilityChecker()
            .testCompatibility(
                FORWARD_TRANSITIVE,
                released.stream().map(Evolution::content).toList(),
                content(next),
                Map.of())
            .getIncompatibleDifferences()
            .stream()
            .map(difference -> difference.asRuleViolation().toString())
            .toList();
  }

  static List<String> differences(JsonNode old, JsonNode next, String where) {
    List<String> found = new ArrayList<>();
    rules(old, next)
        .filter(rule -> !old.path(rule).equals(next.path(rule)))
        .forEach(rule -> found.add(where + ": " + rule + " has changed"));
    old.path("properties")
        .properties()
        .forEach(
            property -> {
              String here = where + "/" + property.getKey();
              JsonNode now = next.path("properties").path(property.getKey());
              found.addAll(
                  now.isMissingNode()
                      ? List.of(here + " is gone")
                      : differences(property.getValue(), now, here));
            });
    if (old.has("items")) {
      found.addAll(differences(old.get("items"), next.path("items"), where + "[]"));
    }
    return found;
  }

  private static Stream<String> rules(JsonNode old, JsonNode next) {
    return Stream.of(old, next)
        .flatMap(schema -> schema.propertyNames().stream())
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  private static TypedContent content(JsonNode schema) {
    return TypedContent.create(schema.toString(), "application/json");
  }
}
