package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Releases.Released;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever could read us once can read us for ever, and we can read what we once wrote. */
class CompatibilityTest {

  @ParameterizedTest
  @EnumSource
  void todaysSchemaMayFollowAllThatWereReleased(EventType type) {
    assertThat(Evolution.objections(released(type), Contract.schema(type))).isEmpty();
  }

  @Test
  void noReleasedTypeIsGone() {
    assertThat(Stream.concat(Releases.schemas(), Releases.samples()))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(EventType.of(file.ceType())).as("%s", file).isPresent());
  }

  static Stream<Released> everyReleasedSample() {
    return Releases.samples();
  }

  @ParameterizedTest
  @MethodSource("everyReleasedSample")
  void whatWasReleasedStillReadsAndLosesNothing(Released sample) {
    EventType type = EventType.of(sample.ceType()).orElseThrow();
    JsonNode today = Contract.write(Contract.readRecord(type, sample.json()));

    assertThat(Contract.complaint(type, sample.json())).isEmpty();
    assertThat(sample.json().properties())
        .allSatisfy(field -> assertThat(today.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @ParameterizedTest
  @EnumSource
  void anOptionalFieldMayBeAdded(EventType type) {
    assertThat(afterChange(type, schema -> add(schema, "followers"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFieldMayBeExplainedBetter(EventType type) {
    assertThat(afterChange(type, schema -> first(schema).put("description", "Better."))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noFieldMayBeAddedAsRequired(EventType type) {
    assertThat(
            afterChange(
                type,
                schema -> {
                  add(schema, "followers");
                  ((ArrayNode) schema.get("required")).add("followers");
                }))
        .contains(": required has changed");
  }

  @ParameterizedTest
  @EnumSource
  void noFieldMayBeRemoved(EventType type) {
    for (String field : properties(Contract.schema(type)).propertyNames()) {
      assertThat(afterChange(type, schema -> remove(schema, field)))
          .as("%s without %s", type, field)
          .contains("/" + field + " is gone");
    }
  }

  @ParameterizedTest
  @EnumSource
  void noFieldMayBeRenamed(EventType type) {
    for (String field : properties(Contract.schema(type)).propertyNames()) {
      assertThat(
              afterChange(
                  type,
                  schema -> {
                    properties(schema).set(field + "2", properties(schema).get(field));
                    remove(schema, field);
                  }))
          .as("%s with %s2", type, field)
          .contains("/" + field + " is gone");
    }
  }

  @Test
  void noRequiredFieldMayBecomeOptional() {
    EventType type = EventType.VIEWS_OBSERVED;
    Consumer<ObjectNode> change = schema -> ((ArrayNode) schema.get("required")).remove(0);

    assertThat(afterChange(type, change)).contains(": required has changed");
    assertThat(forwardAfterChange(type, change)).isNotEmpty();
  }

  @Test
  void noFieldMayChangeItsType() {
    EventType type = EventType.VIEWS_OBSERVED;
    Consumer<ObjectNode> change =
        schema -> ((ObjectNode) properties(schema).get("views")).put("type", "string");

    assertThat(afterChange(type, change)).contains("/views: type has changed");
    assertThat(forwardAfterChange(type, change)).isNotEmpty();
  }

  @Test
  void noListOfValuesMayGrow() {
    EventType type = EventType.VIEWS_OBSERVED;
    Consumer<ObjectNode> change =
        schema -> ((ArrayNode) properties(schema).get("platform").get("enum")).add("OTHER");

    assertThat(afterChange(type, change)).contains("/platform: enum has changed");
    assertThat(forwardAfterChange(type, change)).isNotEmpty();
  }

  @Test
  void nestedFieldsAreJudgedToo() {
    EventType type = EventType.VIDEO_OBSERVED;

    assertThat(
            afterChange(
                type, schema -> remove((ObjectNode) properties(schema).get("author"), "nickname")))
        .contains("/author/nickname is gone");
    assertThat(
            afterChange(
                type,
                schema ->
                    remove((ObjectNode) properties(schema).get("baselines").get("items"), "views")))
        .contains("/baselines[]/views is gone");
  }

  @Test
  void everyReleaseIsCompared() {
    ObjectNode today = Contract.schema(EventType.CLIP_VIEWS);
    ObjectNode older = today.deepCopy();
    add(older, "rank");

    assertThat(Evolution.objections(List.of(older, today), today)).contains("/rank is gone");
  }

  private static List<String> afterChange(EventType type, Consumer<ObjectNode> change) {
    return Evolution.objections(List.of(Contract.schema(type)), changed(type, change));
  }

  private static List<String> forwardAfterChange(EventType type, Consumer<ObjectNode> change) {
    return Evolution.forwardDifferences(List.of(Contract.schema(type)), changed(type, change));
  }

  private static ObjectNode changed(EventType type, Consumer<ObjectNode> change) {
    ObjectNode next = Contract.schema(type);
    change.accept(next);
    return next;
  }

  private static List<ObjectNode> released(EventType type) {
    return Releases.schemas()
        .filter(file -> file.ceType().equals(type.ceType()))
        .map(Released::json)
        .toList();
  }

  private static void add(ObjectNode schema, String field) {
    properties(schema)
        .putObject(field)
        .put("description", "New.")
        .putArray("type")
        .add("integer")
        .add("null");
  }

  private static void remove(ObjectNode schema, String field) {
    properties(schema).remove(field);
    ((ArrayNode) schema.get("required")).removeIf(name -> name.asString().equals(field));
  }

  private static ObjectNode first(ObjectNode schema) {
    return (ObjectNode) properties(schema).iterator().next();
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.get("properties");
  }
}
