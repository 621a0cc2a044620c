package io.clipmeter.testing.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Money is counted in integers, wherever it goes. */
final class MoneyRules {

  private static final Set<String> FLOATING =
      Set.of(
          "float",
          "double",
          "float[]",
          "double[]",
          "java.lang.Float",
          "java.lang.Double",
          "java.util.OptionalDouble",
          "java.util.stream.DoubleStream");

  private MoneyRules() {}

  static List<ArchRule> all() {
    return List.of(moneyKnowsNoFractions());
  }

  static ArchRule moneyKnowsNoFractions() {
    return classes()
        .that(touchMoney())
        .should(new NoFloatingPoint())
        .because("0.1 + 0.2 is not 0.3 in floating point, and a cent lost is a cent owed");
  }

  private static DescribedPredicate<JavaClass> touchMoney() {
    DescribedPredicate<JavaClass> money =
        JavaClass.Predicates.resideInAPackage(House.module("money"));
    return DescribedPredicate.describe(
        "touch money",
        type ->
            money.test(type)
                || type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> money.test(dependency.getTargetClass())));
  }

  private static boolean isFloating(JavaClass type) {
    return FLOATING.contains(type.getFullName()) || FLOATING.contains(type.getName());
  }

  /** No such field, parameter or answer, and no call of the JDK that takes or gives one. */
  private static final class NoFloatingPoint extends ArchCondition<JavaClass> {

    NoFloatingPoint() {
      super("have nothing of float or double");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getFields().stream()
          .filter(field -> field.getType().getAllInvolvedRawTypes().stream().anyMatch(this::bad))
          .forEach(field -> report(events, type, field.getDescription()));
      type.getCodeUnits().stream()
          .filter(unit -> typesOf(unit).anyMatch(this::bad))
          .forEach(unit -> report(events, type, unit.getDescription()));
      type.getCodeUnitAccessesFromSelf().stream()
          .filter(access -> isOfTheJdk(access.getTarget()))
          .filter(access -> typesOf(access.getTarget()).anyMatch(this::bad))
          .forEach(access -> report(events, type, access.getDescription()));
    }

    private boolean bad(JavaClass type) {
      return isFloating(type);
    }

    private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
      return Stream.concat(
          unit.getReturnType().getAllInvolvedRawTypes().stream(),
          unit.getParameterTypes().stream()
              .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()));
    }

    private static Stream<JavaClass> typesOf(CodeUnitAccessTarget target) {
      return Stream.concat(
          Stream.of(target.getRawReturnType()), target.getRawParameterTypes().stream());
    }

    private static boolean isOfTheJdk(CodeUnitAccessTarget target) {
      return target.getOwner().getPackageName().startsWith("java.");
    }

    private static void report(ConditionEvents events, JavaClass type, String what) {
      events.add(SimpleConditionEvent.violated(type, what));
    }
  }
}
