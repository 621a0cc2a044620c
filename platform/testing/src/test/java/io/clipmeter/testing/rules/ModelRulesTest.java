package io.clipmeter.testing.rules;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRulesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Clip(org.springframework.core.env.Environment environment) {}",
        "enum Status { ONE; org.springframework.core.env.Environment environment; }",
        "sealed interface Answer permits Yes { Object of(org.springframework.core.io.Resource r); }"
            + " final class Yes implements Answer {"
            + " public Object of(org.springframework.core.io.Resource r) { return r; } }"
      })
  void aModelThatKnowsSpringIsFound(String model) {
    Planted.in(folder, "package io.clipmeter.tracking.clip; " + model)
        .breaks(ModelRules.modelKnowsNoSpring(), "org.springframework.core");
  }

  @Test
  void howARecordIsStoredMayBeSaidByAnnotation() {
    Planted.in(
            folder,
            """
            package org.springframework.data.annotation;
            public @interface Id {}
            """,
            """
            package io.clipmeter.tracking.clip;
            record Clip(@org.springframework.data.annotation.Id java.util.UUID id) {}
            """)
        .keeps(ModelRules.modelKnowsNoSpring());
  }

  @Test
  void thePlumbingMayKnowSpring() {
    Planted.in(
            folder,
            """
            package io.clipmeter.chassis.inbox;
            record Received(org.springframework.core.io.Resource resource) {}
            """)
        .keeps(ModelRules.modelKnowsNoSpring());
  }

  @Test
  void settingsThatAskTheContextAreFound() {
    Planted.in(
            folder,
            """
            package io.clipmeter.tracking.round;
            record RoundSettings(org.springframework.core.env.Environment environment) {}
            """)
        .breaks(ModelRules.settingsKnowOnlyBinding(), "RoundSettings");
  }

  @Test
  void settingsMayBeBound() {
    Planted.in(
            folder,
            """
            package io.clipmeter.tracking.round;
            import org.springframework.boot.context.properties.ConfigurationProperties;
            import org.springframework.boot.context.properties.bind.DefaultValue;
            import org.springframework.util.unit.DataSize;
            @ConfigurationProperties("tracking.round")
            record RoundSettings(@DefaultValue("1MB") DataSize size) {}
            """)
        .keeps(ModelRules.settingsKnowOnlyBinding())
        .keeps(ModelRules.modelKnowsNoSpring());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.stereotype.Component",
        "org.springframework.jdbc.core.simple.JdbcClient",
        "java.sql.Connection",
        "javax.sql.DataSource",
        "org.apache.kafka.clients.producer.Producer",
        "java.time.Clock",
        "java.nio.file.Path"
      })
  void aPolicyThatKnowsMoreThanItsArgumentsIsFound(String type) {
    Planted.in(
            folder,
            """
            package io.clipmeter.earnings.settlement;
            final class AccrualPolicy { static Object decide(%s known) { return known; } }
            """
                .formatted(type))
        .breaks(ModelRules.policiesArePure(), type);
  }

  @Test
  void aPolicyOfItsArgumentsIsKept() {
    Planted.in(
            folder,
            """
            package io.clipmeter.earnings.settlement;
            import java.time.Instant;
            final class AccrualPolicy {
              static boolean isDue(Instant now, Instant then) { return now.isAfter(then); }
            }
            """)
        .keeps(ModelRules.policiesArePure());
  }
}
