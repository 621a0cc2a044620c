package io.clipmeter.testing.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The architecture of the house as a test. Each module has one that calls {@link #check}.
 *
 * <p>Every rule is broken by a planted class in this module's own tests, so none can be empty
 * words.
 */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /**
   * Holds the main classes of the calling module to all rules.
   *
   * @param basePackage the module's package, such as {@code io.clipmeter.earnings}
   * @throws AssertionError with every broken rule, its reason and where it is broken; also when the
   *     package holds no class, since a rule about nothing always holds
   */
  public static void check(String basePackage) {
    check(main(basePackage), all(basePackage));
  }

  static List<ArchRule> all(String basePackage) {
    return Stream.of(
            ModelRules.all(),
            MoneyRules.all(),
            RoleRules.all(),
            NameRules.all(),
            BanRules.all(),
            ArrowRules.all(basePackage))
        .flatMap(List::stream)
        .toList();
  }

  static void check(JavaClasses classes, List<ArchRule> rules) {
    if (classes.isEmpty()) {
      throw new AssertionError("no classes found: is the base package right?");
    }
    String broken =
        rules.stream()
            .flatMap(rule -> report(rule, classes).stream())
            .collect(Collectors.joining("\n\n"));
    if (!broken.isEmpty()) {
      throw new AssertionError(broken);
    }
  }

  private static JavaClasses main(String basePackage) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(basePackage);
  }

  private static Optional<String> report(ArchRule rule, JavaClasses classes) {
    EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
    String places =
        result.getFailureReport().getDetails().stream()
            .sorted()
            .map(place -> "\n  " + place)
            .collect(Collectors.joining());
    return result.hasViolation() ? Optional.of(rule.getDescription() + places) : Optional.empty();
  }
}
