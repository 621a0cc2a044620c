package io.clipmeter.tracking;

import io.clipmeter.testing.rules.ArchitectureRules;
import io.clipmeter.testing.rules.TidyRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theCodeKeepsToTheArchitecture() {
    ArchitectureRules.check("io.clipmeter.tracking");
  }

  @Test
  void theFilesAreTidy() {
    TidyRules.check(Path.of(""));
  }
}
