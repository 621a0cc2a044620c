package io.clipmeter.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Arrows point one way: money, events, services; the chassis stands beside and knows neither. */
final class ArrowRules {

  private ArrowRules() {}

  static List<ArchRule> all(String basePackage) {
    return Stream.concat(
            Stream.of(
                featuresHaveNoCycles(basePackage),
                moneyKnowsNobody(),
                eventsKnowOnlyMoney(),
                chassisKnowsNoBusiness(),
                linksKnowOnlyEvents(),
                nobodyShipsTestTools()),
            House.SERVICES.stream().map(service -> knowsNoOtherService(service)))
        .toList();
  }

  static ArchRule featuresHaveNoCycles(String basePackage) {
    return slices()
        .matching(basePackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("two features that know each other are one, in two folders");
  }

  static ArchRule moneyKnowsNobody() {
    return noClasses()
        .that()
        .resideInAPackage(House.module("money"))
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage(House.module("money"), "java..", "org.jspecify..")))
        .because("money is plain JDK: everything stands on it");
  }

  static ArchRule eventsKnowOnlyMoney() {
    return noClasses()
        .that()
        .resideInAPackage(House.module("events"))
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage(House.modules("events", "money")))
                .and(not(resideInAnyPackage("java..", "org.jspecify.."))))
        .because("other teams depend on the event contract and must not inherit our libraries");
  }

  static ArchRule chassisKnowsNoBusiness() {
    return noClasses()
        .that()
        .resideInAPackage(House.module("chassis"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(House.EVERYTHING).and(not(resideInAPackage(House.module("chassis")))))
        .because("the chassis carries any service and has no business word");
  }

  static ArchRule linksKnowOnlyEvents() {
    return noClasses()
        .that()
        .resideInAPackage(House.module("links"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(House.EVERYTHING)
                .and(not(resideInAnyPackage(House.modules("links", "events")))))
        .because("what a URL means is the same for every service");
  }

  static ArchRule nobodyShipsTestTools() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(House.module("testing"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(House.module("testing"))
        .because("test tools do not reach production");
  }

  static ArchRule knowsNoOtherService(String service) {
    return noClasses()
        .that()
        .resideInAPackage(House.module(service))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(House.otherServices(service))
        .because("the event contract and the HTTP API are the only ties between services");
  }
}
