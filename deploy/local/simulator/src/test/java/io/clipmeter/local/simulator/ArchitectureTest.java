package io.clipmeter.local.simulator;

import io.clipmeter.testing.rules.TidyRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void theCodeIsTidy() {
    TidyRules.check(Path.of(""));
  }
}
