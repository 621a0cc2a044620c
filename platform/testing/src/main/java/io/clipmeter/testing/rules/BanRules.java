package io.clipmeter.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What nobody here uses, and why. */
final class BanRules {

  private static final int PARAMETERS_MAX = 6;

  private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

  private BanRules() {}

  static List<ArchRule> all() {
    return List.of(
        noMagicLibraries(),
        nobodyAsksTheSystemForTheTime(),
        nobodySleeps(),
        noFieldInjection(),
        noConstructorParades());
  }

  static ArchRule noMagicLibraries() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.mockito..",
            "lombok..",
            "org.mapstruct..",
            "org.springframework.test.context.bean.override.mockito..")
        .because("the reader sees all the code there is");
  }

  static ArchRule nobodyAsksTheSystemForTheTime() {
    return noClasses()
        .that(describe("make no Clock bean", type -> !makesTheClock(type)))
        .and()
        .resideOutsideOfPackages(House.modules("testing"))
        .should()
        .accessTargetWhere(readsTheSystemClock())
        .because("time is an argument or comes from the injected Clock, so that tests set it");
  }

  static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "it is a sleep",
                access ->
                    isCall(access, "java.lang.Thread", "sleep")
                        || isCall(access, "java.util.concurrent.TimeUnit", "sleep")))
        .because("whoever waits, waits for something: a queue, a lock, a schedule");
  }

  static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .because("a constructor says what a class needs, and a test can call it");
  }

  static ArchRule noConstructorParades() {
    return noConstructors()
        .that(
            describe(
                "have more than " + PARAMETERS_MAX + " parameters",
                constructor -> constructor.getRawParameterTypes().size() > PARAMETERS_MAX))
        .should()
        .beDeclaredInClassesThat(
            describe(
                "do something",
                type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass()))
        .because("what travels together is a record; what does too much is two classes");
  }

  private static boolean makesTheClock(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> CLOCKS.contains(method.getRawReturnType().getName()))
        .anyMatch(method -> method.isAnnotatedWith("org.springframework.context.annotation.Bean"));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
    return describe(
        "it reads the system's clock",
        access ->
            isNowWithoutClock(access)
                || isCall(access, "java.lang.System", "currentTimeMillis")
                || isCall(access, "java.util.Calendar", "getInstance")
                || isNewDateOfNow(access)
                || (CLOCKS.contains(access.getTargetOwner().getName())
                    && access.getName().startsWith("system")));
  }

  private static boolean isNowWithoutClock(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("java.time")
        && access.getName().equals("now")
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .noneMatch(parameter -> CLOCKS.contains(parameter.getName()));
  }

  private static boolean isNewDateOfNow(JavaAccess<?> access) {
    return isCall(access, "java.util.Date", "<init>")
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().isEmpty();
  }

  private static boolean isCall(JavaAccess<?> access, String owner, String name) {
    return access.getTargetOwner().getName().equals(owner) && access.getName().equals(name);
  }
}
