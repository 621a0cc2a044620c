package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Fields.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** No event carries an instant that a database would not keep. */
class InstantsTest {
  private static final String RULE = "must be from 1970-01-01 to 9999-12-31";

  @ParameterizedTest
  @EnumSource
  void everyInstantOfEveryEventHasItsBounds(EventType type) {
    for (Field instant : instants(type)) {
      for (String value :
          List.of(
              "0001-01-01T00:00:00Z",
              "1969-12-31T23:59:59.999999999Z",
              "+10000-01-01T00:00:00Z",
              "+300000-01-01T00:00:00Z",
              "+1000000000-12-31T23:59:59.999999999Z")) {
        assertThatThrownBy(() -> Contract.readRecord(type, with(type, instant, value)))
            .as("%s %s %s", type, instant, value)
            .isInstanceOf(JacksonException.class)
            .hasMessageContaining(instant.name() + " " + RULE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
  void theFirstAndTheLastAreTaken(String value) {
    for (Field instant : instants(EventType.ROUND_CLOSED)) {
      assertThat(
              Contract.readRecord(
                  EventType.ROUND_CLOSED, with(EventType.ROUND_CLOSED, instant, value)))
          .isNotNull();
    }
  }

  @Test
  void moreThanThirtyInstantsAreLookedAt() {
    assertThat(Stream.of(EventType.values()).mapToLong(type -> instants(type).size()).sum())
        .isGreaterThan(30);
  }

  private static List<Field> instants(EventType type) {
    return Fields.of(Contract.schema(type)).all().stream()
        .filter(field -> field.schema().path("format").asString("").equals("date-time"))
        .toList();
  }

  private static ObjectNode with(EventType type, Field field, String value) {
    return field.change(Contract.sample(type), holder -> holder.put(field.name(), value));
  }
}
