package io.clipmeter.links;

import io.clipmeter.testing.rules.ArchitectureRules;
import io.clipmeter.testing.rules.TidyRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void classesKeepTheRulesOfTheHouse() {
    ArchitectureRules.check("io.clipmeter.links");
  }

  @Test
  void filesKeepTheRulesOfTheHouse() {
    TidyRules.check(Path.of(""));
  }
}
