package io.clipmeter.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureRulesTest {

  @TempDir Path folder;

  @Test
  void thisModuleKeepsThem() {
    ArchitectureRules.check("io.clipmeter.testing");
  }

  @Test
  void aPackageWithoutClassesIsAMistake() {
    assertThatThrownBy(() -> ArchitectureRules.check("io.clipmeter.nowhere"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no classes");
  }

  @Test
  void everyBrokenRuleIsReportedAtOnce() {
    var planted =
        Planted.in(
            folder,
            """
            package io.clipmeter.payout.util;
            class PayoutManager { Object now() { return java.time.Instant.now(); } }
            """);
    var rules = ArchitectureRules.all("io.clipmeter.payout");

    assertThatThrownBy(() -> ArchitectureRules.check(planted.classes(), rules))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a drawer for everything hides it")
        .hasMessageContaining("the class to its role")
        .hasMessageContaining("so that tests set it")
        .hasMessageContaining("PayoutManager");
  }

  @Test
  void everyRuleSaysWhy() {
    assertThat(ArchitectureRules.all("io.clipmeter.payout"))
        .hasSizeGreaterThan(20)
        .allSatisfy(rule -> assertThat(rule.getDescription()).contains(", because "));
  }

  @Test
  void aModuleWithoutControllersKeepsTheirRules() {
    var one = new ClassFileImporter().importClasses(Object.class);
    ArchitectureRules.check(one, ArchitectureRules.all("io.clipmeter.payout"));
  }
}
