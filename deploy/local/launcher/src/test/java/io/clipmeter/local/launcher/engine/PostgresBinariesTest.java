package io.clipmeter.local.launcher.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {
  @ParameterizedTest
  @CsvSource({
    "Linux,    amd64,   false, /postgres-linux-x86_64.txz",
    "Linux,    x86_64,  false, /postgres-linux-x86_64.txz",
    "Linux,    aarch64, false, /postgres-linux-arm_64.txz",
    "Linux,    amd64,   true,  /postgres-linux-x86_64-alpine_linux.txz",
    "Mac OS X, aarch64, false, /postgres-darwin-arm_64.txz",
    "Mac OS X, x86_64,  false, /postgres-darwin-x86_64.txz"
  })
  void arePackedUnderTheNameOfTheSystem(String os, String arch, boolean alpine, String name) {
    assertThat(PostgresBinaries.resource(os, arch, alpine)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Linux, amd64, false", "Linux, amd64, true", "Mac OS X, x86_64, false"})
  void areOnTheClassPath(String os, String arch, boolean alpine) {
    assertThat(PostgresBinaries.class.getResource(PostgresBinaries.resource(os, arch, alpine)))
        .isNotNull();
  }
}
