package io.clipmeter.testing.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidyRulesTest {

  private static final String FEATURE = "src/main/java/io/clipmeter/payout/request/";
  private static final String TESTS = "src/test/java/io/clipmeter/payout/request/";
  private static final String MIGRATIONS = "src/main/resources/db/migration/";

  @TempDir Path module;

  @BeforeEach
  void aTidyModule() {
    write(
        FEATURE + "package-info.java",
        """
        /** Takes requests for payouts. Never pays. */
        @NullMarked
        package io.clipmeter.payout.request;
        import org.jspecify.annotations.NullMarked;
        """);
    write(FEATURE + "Payout.java", "package io.clipmeter.payout.request; record Payout() {}");
    write(MIGRATIONS + "V001__payouts.sql", "-- One row per request: it is never deleted.\n");
  }

  @Test
  void thisModuleIsTidy() {
    TidyRules.check(Path.of(""));
  }

  @Test
  void aTidyModuleIsKept() {
    TidyRules.check(module);
  }

  @Test
  void aModuleWithoutFilesIsAMistake() {
    assertThatThrownBy(() -> TidyRules.check(module.resolve("nowhere")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no files");
  }

  @Test
  void aFileOfThreeHundredLinesIsKeptAndOneMoreIsFound() {
    String head = "package io.clipmeter.payout.request; class Long {\n";
    write(TESTS + "Long.java", head + "\n".repeat(298) + "}\n");
    TidyRules.check(module);
    write(TESTS + "Long.java", head + "\n".repeat(299) + "}\n");
    assertUntidy("Long.java:301 has more than 300 lines");
  }

  @Test
  void aMethodOfFortyLinesIsKeptAndOneMoreIsFound() {
    write(FEATURE + "Payouts.java", methodOf(40));
    TidyRules.check(module);
    write(FEATURE + "Payouts.java", methodOf(41));
    assertUntidy("Payouts.java:5 pay is longer than 40 lines");
  }

  @Test
  void bracesInTextAndALongTableOfCasesDeceiveNobody() {
    write(
        TESTS + "PayoutTest.java",
        """
        package io.clipmeter.payout.request;
        class PayoutTest {
          String sql = "{ // {";
          @CsvSource(textBlock = \"""
          %s
          \""")
          void table() { sql = "}"; /* { */ }
          void shortOne() {}
        }
        """
            .formatted("1, 2\n".repeat(60)));
    TidyRules.check(module);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TO" + "DO", "FIX" + "ME", "XX" + "X"})
  void unfinishedWorkIsFound(String word) {
    write(TESTS + "PayoutTest.java", "class PayoutTest {\n  // " + word + " later\n}");
    assertUntidy("PayoutTest.java:2 leaves work undone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.mockito.Mockito", "static org.mockito.Mockito.mock", "lombok.Data"})
  void anImportOfMagicIsFoundInTestsToo(String magic) {
    write(TESTS + "PayoutTest.java", "import " + magic + ";\nclass PayoutTest {}");
    assertUntidy("PayoutTest.java:1 imports");
  }

  @Test
  void aSleepingTestIsFound() {
    write(TESTS + "PayoutTest.java", "class PayoutTest {\n void x() { Thread.sleep(1); }\n}");
    assertUntidy("PayoutTest.java:2 sleeps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out", "err"})
  void printingIsFoundInMainOnly(String stream) {
    String text = "class Speaker {\n void x() { System." + stream + ".println(1); }\n}";
    write(TESTS + "Speaker.java", text);
    TidyRules.check(module);
    write(FEATURE + "Speaker.java", "package io.clipmeter.payout.request;" + text);
    assertUntidy("Speaker.java:2 prints");
  }

  @Test
  void theLocalStackMayPrint() {
    write(
        "src/main/java/io/clipmeter/local/launcher/package-info.java",
        "/** Starts all. */\n@org.jspecify.annotations.NullMarked\npackage io.clipmeter.local.x;");
    write(
        "src/main/java/io/clipmeter/local/launcher/Launcher.java",
        "package io.clipmeter.local.launcher; class Launcher { Object o = System.out; }");
    TidyRules.check(module);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package io.clipmeter.payout.request;",
        "/** Described. */\npackage io.clipmeter.payout.request;",
        "@NullMarked\npackage io.clipmeter.payout.request;"
      })
  void aPackageWithoutDescriptionIsFound(String description) {
    write(FEATURE + "package-info.java", description);
    assertUntidy("request: needs a package-info.java with @NullMarked");
  }

  @Test
  void aFeatureOfTwelveFilesIsKeptAndOneMoreIsFound() {
    for (int i = 1; i < 12; i++) {
      write(FEATURE + "Payout" + i + ".java", "class Payout" + i + " {}");
    }
    TidyRules.check(module);
    write(FEATURE + "Payout12.java", "class Payout12 {}");
    assertUntidy("request: holds 13 files");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"V1__payouts.sql", "V002_payouts.sql", "V002__Payouts.sql", "payouts.sql"})
  void aMigrationWithAnotherNameIsFound(String name) {
    write(MIGRATIONS + name, "-- Reason.");
    assertUntidy(name + ": a migration is named");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CREATE TABLE x ();", "--\nCREATE TABLE x ();"})
  void aMigrationWithoutAReasonIsFound(String text) {
    write(MIGRATIONS + "V002__more.sql", text);
    assertUntidy("V002__more.sql: begins with a comment");
  }

  @Test
  void twoMigrationsOfOneNumberAreFound() {
    write(MIGRATIONS + "V001__again.sql", "-- Reason.");
    assertUntidy("has the number of V001__again.sql");
  }

  private void assertUntidy(String text) {
    assertThatThrownBy(() -> TidyRules.check(module))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(text);
  }

  private void write(String path, String text) {
    try {
      Path file = module.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String methodOf(int lines) {
    return """
    package io.clipmeter.payout.request;
    class Payouts {
      /** Pays. */
      @Deprecated
      void pay() {
    %s  }
    }
    """
        .formatted("    ;\n".repeat(lines - 2));
  }
}
