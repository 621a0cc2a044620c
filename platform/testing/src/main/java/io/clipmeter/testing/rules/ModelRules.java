package io.clipmeter.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The model and its decisions are plain Java: they outlive every framework. */
final class ModelRules {

  private static final DescribedPredicate<JavaClass> MODEL =
      describe(
          "are records, enums or sealed",
          type -> type.isRecord() || type.isEnum() || type.isSealed());

  private static final DescribedPredicate<JavaClass> SPRING =
      resideInAnyPackage("org.springframework..");

  /** Annotations say how a record is stored; the record works without them. */
  private static final DescribedPredicate<JavaClass> DATA_ANNOTATION =
      describe(
          "annotations of Spring Data",
          type ->
              type.isAnnotation() && type.getPackageName().startsWith("org.springframework.data"));

  /** What a settings record may use to be bound: annotations, and sizes as a type. */
  private static final DescribedPredicate<JavaClass> BINDING =
      describe(
          "what binds settings",
          type ->
              type.getPackageName().startsWith("org.springframework.boot.context.properties")
                  || type.getPackageName().startsWith("org.springframework.boot.convert")
                  || type.getPackageName().equals("org.springframework.util.unit")
                  || type.getName().equals("org.springframework.validation.annotation.Validated"));

  private ModelRules() {}

  static List<ArchRule> all() {
    return List.of(modelKnowsNoSpring(), settingsKnowOnlyBinding(), policiesArePure());
  }

  static ArchRule modelKnowsNoSpring() {
    return noClasses()
        .that(MODEL)
        .and(Roles.noneOf("Settings"))
        .and()
        .resideOutsideOfPackages(House.plumbing())
        .should()
        .dependOnClassesThat(SPRING.and(DescribedPredicate.not(DATA_ANNOTATION)))
        .because("the model is plain Java that any test can make and no framework can bend");
  }

  static ArchRule settingsKnowOnlyBinding() {
    return noClasses()
        .that(Roles.of("Settings"))
        .and()
        .resideOutsideOfPackages(House.plumbing())
        .should()
        .dependOnClassesThat(SPRING.and(DescribedPredicate.not(BINDING)))
        .because("settings are values that are bound and checked, not components");
  }

  static ArchRule policiesArePure() {
    return noClasses()
        .that(Roles.of("Policy"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            "java.net..",
            "java.nio..",
            "org.postgresql..",
            "org.apache.kafka..",
            "jakarta..",
            "tools.jackson..",
            "com.fasterxml..",
            "io.micrometer..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .because("a policy decides: same input, same answer; time and facts are its arguments");
  }
}
