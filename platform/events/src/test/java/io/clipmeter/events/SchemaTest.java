package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A schema has the fields of its record, no more and no less, and explains each of them. */
class SchemaTest {
  private static final Map<Type, String> JSON_TYPE =
      Map.of(
          String.class, "string",
          UUID.class, "string",
          Instant.class, "string",
          Duration.class, "string",
          long.class, "integer",
          Long.class, "integer",
          Integer.class, "integer",
          int.class, "integer",
          boolean.class, "boolean",
          Boolean.class, "boolean");

  @ParameterizedTest
  @EnumSource
  void hasTheFieldsOfTheRecord(EventType type) {
    agree(type.record(), Contract.schema(type), type.record().getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void isDraft7AndNamesItself(EventType type) {
    JsonNode schema = Contract.schema(type);

    assertThat(schema.path("$schema").asString())
        .isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThat(schema.path("$id").asString())
        .isEqualTo("https://clipmeter.io/schemas/" + type.ceType() + ".json");
    assertThat(schema.path("title").asString()).isEqualTo(type.record().getSimpleName());
    assertThat(schema.path("description").asString()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void explainsEveryField(EventType type) {
    assertThat(Fields.of(Contract.schema(type)).all())
        .allSatisfy(
            field ->
                assertThat(field.schema().path("description").asString())
                    .as("%s %s", type, field)
                    .endsWith("."));
  }

  private static void agree(Class<?> record, JsonNode schema, String where) {
    List<RecordComponent> components = Arrays.asList(record.getRecordComponents());
    assertThat(schema.path("additionalProperties").asBoolean(false))
        .as("%s takes fields of the future", where)
        .isTrue();
    assertThat(schema.path("properties").propertyNames())
        .as(where)
        .containsExactlyElementsOf(components.stream().map(RecordComponent::getName).toList());
    assertThat(schema.path("required").valueStream().map(JsonNode::asString))
        .as("required in %s", where)
        .containsExactlyElementsOf(
            components.stream()
                .filter(SchemaTest::required)
                .map(RecordComponent::getName)
                .toList());
    components.forEach(
        component ->
            agree(
                component.getGenericType(),
                schema.path("properties").path(component.getName()),
                where + "." + component.getName()));
  }

  private static void agree(Type type, JsonNode schema, String where) {
    if (type instanceof ParameterizedType list) {
      agree(list.getActualTypeArguments()[0], schema.path("items"), where + "[]");
    } else if (type instanceof Class<?> of && of.isRecord()) {
      agree(of, schema, where);
    } else if (type instanceof Class<?> of && of.isEnum()) {
      assertThat(
              schema
                  .path("enum")
                  .valueStream()
                  .filter(value -> !value.isNull())
                  .map(JsonNode::asString))
          .as(where)
          .containsExactlyElementsOf(allowed(of, where));
    } else {
      assertThat(JSON_TYPE).containsKey(type);
      assertThat(schema.path("type").toString()).as(where).contains(JSON_TYPE.get(type));
    }
  }

  /** An OK reading is no reason for {@link ViewsUnavailable}. */
  private static List<String> allowed(Class<?> of, String where) {
    return Arrays.stream(of.getEnumConstants())
        .map(Object::toString)
        .filter(name -> !(where.equals("ViewsUnavailable.outcome") && name.equals("OK")))
        .toList();
  }

  private static boolean required(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
