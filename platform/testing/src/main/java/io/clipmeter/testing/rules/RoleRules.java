package io.clipmeter.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** Who does what: stores speak SQL, desks open transactions, controllers speak HTTP. */
final class RoleRules {

  private RoleRules() {}

  static List<ArchRule> all() {
    return List.of(onlyStoresSpeakSql(), onlyDesksOpenTransactions(), controllersShowNoRows());
  }

  static ArchRule onlyStoresSpeakSql() {
    return noClasses()
        .that(Roles.of("Controller", "Listener", "Policy", "Desk", "Runner", "Settings"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
        .because("SQL lives in the store, the plural noun, where its indexes and locks are seen");
  }

  static ArchRule onlyDesksOpenTransactions() {
    return noClasses()
        .that(Roles.noneOf("Desk", "Runner", "Listener"))
        .and()
        .resideOutsideOfPackages(House.plumbing())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.transaction..", "jakarta.transaction..")
        .because("one reads where a transaction begins and ends from the name of the class");
  }

  static ArchRule controllersShowNoRows() {
    return classes()
        .that(
            describe(
                "are controllers",
                type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")))
        .should(new TakeAndGiveNoEntities())
        .because("a column that is added must not become public by itself, nor writable");
  }

  private static final class TakeAndGiveNoEntities extends ArchCondition<JavaClass> {

    private static final DescribedPredicate<JavaClass> ENTITY =
        describe(
            "are Spring Data entities",
            type ->
                type.isAnnotatedWith("org.springframework.data.relational.core.mapping.Table")
                    || type.getFields().stream()
                        .anyMatch(
                            field ->
                                field.isAnnotatedWith("org.springframework.data.annotation.Id")));

    TakeAndGiveNoEntities() {
      super("take and give no Spring Data entities");
    }

    @Override
    public void check(JavaClass controller, ConditionEvents events) {
      controller.getMethods().stream()
          .filter(method -> involved(method).anyMatch(ENTITY))
          .forEach(
              method ->
                  events.add(SimpleConditionEvent.violated(controller, method.getDescription())));
    }

    private static Stream<JavaClass> involved(JavaMethod method) {
      return Stream.concat(
          method.getReturnType().getAllInvolvedRawTypes().stream(),
          method.getParameterTypes().stream()
              .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()));
    }
  }
}
