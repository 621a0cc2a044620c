package io.clipmeter.benchmarks;

import io.clipmeter.testing.rules.ArchitectureRules;
import io.clipmeter.testing.rules.TidyRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theHouseRulesHold() {
    ArchitectureRules.check("io.clipmeter.benchmarks");
  }

  @Test
  void theCodeIsTidy() {
    TidyRules.check(Path.of(""));
  }
}
