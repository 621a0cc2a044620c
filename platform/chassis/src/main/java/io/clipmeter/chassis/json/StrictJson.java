package io.clipmeter.chassis.json;

import java.time.Instant;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Nothing is guessed at. A number in the place of text is refused, since a reader between client
 * and us may already have lost digits of it (an amount's, or a video id's); a name that stands
 * twice is refused, since two readers would not agree on which one counts; empty text is no id, no
 * number and no boolean; and a fraction is no integer.
 */
@AutoConfiguration
class StrictJson {
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return json ->
        json.withCoercionConfig(LogicalType.Textual, StrictJson::noScalars)
            .withCoercionConfig(LogicalType.OtherScalar, StrictJson::noEmptyText)
            .withCoercionConfig(LogicalType.Boolean, StrictJson::noText)
            .withCoercionConfig(LogicalType.Integer, StrictJson::noFraction)
            .withCoercionConfig(LogicalType.Float, StrictJson::noText)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new PlainInstants()))
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  private static void noScalars(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static void noEmptyText(MutableCoercionConfig scalar) {
    scalar.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }

  /** A fraction would be cut off. */
  private static void noFraction(MutableCoercionConfig integer) {
    noText(integer);
    integer.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
  }

  private static void noText(MutableCoercionConfig scalar) {
    noEmptyText(scalar);
    scalar.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
  }
}
