package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Fields.Field;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Record, schema and sample of a type agree: on what is right and on what is wrong. */
class SampleTest {
  /** An address is text to the records: not every platform's is a proper URI. */
  private static final Set<String> FORMATS = Set.of("uuid", "date-time");

  @ParameterizedTest
  @EnumSource
  void sampleIsValid(EventType type) {
    assertThat(Contract.complaint(type, Contract.sample(type))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sampleIsReadAndWrittenBackUnchanged(EventType type) {
    JsonNode sample = Contract.sample(type);

    assertThat(Contract.write(Contract.readRecord(type, sample))).isEqualTo(sample);
  }

  @ParameterizedTest
  @EnumSource
  void sampleShowsEveryFieldOfTheSchema(EventType type) {
    ObjectNode sample = Contract.sample(type);

    assertThat(Fields.of(Contract.schema(type)).all())
        .allSatisfy(
            field ->
                field.change(
                    sample,
                    holder ->
                        assertThat(holder.hasNonNull(field.name())).as("%s", field).isTrue()));
  }

  @ParameterizedTest
  @EnumSource
  void readersIgnoreFieldsOfTheFuture(EventType type) {
    ObjectNode sample = Contract.sample(type);
    ObjectNode future = sample.deepCopy().put("fieldOfTheFuture", 1);

    assertThat(Contract.readRecord(type, future)).isEqualTo(Contract.readRecord(type, sample));
    assertThat(Contract.complaint(type, future)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsReadWhereARequiredFieldIsMissingOrNull(EventType type) {
    Fields.of(Contract.schema(type))
        .required()
        .forEach(
            field -> {
              refuse(type, field, holder -> holder.remove(field.name()), "missing");
              refuse(type, field, holder -> holder.putNull(field.name()), "null");
            });
  }

  @ParameterizedTest
  @EnumSource
  void anOptionalFieldMayBeMissingOrNull(EventType type) {
    ObjectNode sample = Contract.sample(type);
    Stream<Field> optional = Fields.of(Contract.schema(type)).optional();

    optional.forEach(
        field -> {
          ObjectNode without = field.change(sample, holder -> holder.remove(field.name()));
          ObjectNode withNull = field.change(sample, holder -> holder.putNull(field.name()));
          assertThat(Contract.complaint(type, without)).as("%s", field).isEmpty();
          assertThat(Contract.complaint(type, withNull)).as("%s", field).isEmpty();
          assertThat(Contract.readRecord(type, without))
              .as("%s", field)
              .isEqualTo(Contract.readRecord(type, withNull))
              .isNotEqualTo(Contract.readRecord(type, sample));
        });
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsReadWhereAFieldIsOutOfRange(EventType type) {
    Fields.of(Contract.schema(type)).all().forEach(field -> refuseOutOfRange(type, field));
  }

  private static void refuseOutOfRange(EventType type, Field field) {
    String name = field.name();
    if (field.isA("integer")) {
      refuse(type, field, holder -> holder.put(name, -1), "-1");
      refuse(type, field, holder -> holder.put(name, "many"), "text");
    } else if (field.schema().has("enum")) {
      refuse(type, field, holder -> holder.put(name, "SOMETHING_ELSE"), "unknown");
    } else if (FORMATS.contains(field.schema().path("format").asString(""))) {
      refuse(type, field, holder -> holder.put(name, "yesterday"), "malformed");
    } else if (field.schema().has("pattern")) {
      refuse(type, field, holder -> holder.put(name, "1e3"), "malformed");
      if (!field.schema().path("pattern").asString().startsWith("^-?")) {
        refuse(type, field, holder -> holder.put(name, "-1"), "negative");
      }
    } else if (field.isA("string") && field.required()) {
      refuse(type, field, holder -> holder.put(name, ""), "empty");
    } else if (field.schema().has("minItems")) {
      refuse(type, field, holder -> ((ArrayNode) holder.get(name)).removeAll(), "empty");
    }
  }

  private static void refuse(
      EventType type, Field field, Consumer<ObjectNode> change, String what) {
    ObjectNode bad = field.change(Contract.sample(type), change);

    assertThatThrownBy(() -> Contract.readRecord(type, bad))
        .as("%s %s is %s", type, field, what)
        .isInstanceOf(JacksonException.class);
    assertThat(Contract.complaint(type, bad))
        .as("schema of %s, %s is %s", type, field, what)
        .isPresent();
  }
}
