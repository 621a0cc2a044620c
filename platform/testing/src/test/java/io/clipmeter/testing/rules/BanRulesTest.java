package io.clipmeter.testing.rules;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanRulesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"org.mockito", "lombok", "org.mapstruct.factory"})
  void aMagicLibraryIsFound(String library) {
    Planted.in(
            folder,
            "package " + library + "; public class Magic {}",
            "package io.clipmeter.tracking.clip; class Clips { " + library + ".Magic magic; }")
        .breaks(BanRules.noMagicLibraries(), library + ".Magic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object now() { return java.time.Instant.now(); }",
        "Object now() { return java.time.LocalDate.now(); }",
        "Object now() { return java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC); }",
        "java.util.function.Supplier<?> now() {"
            + " return (java.util.function.Supplier<Object>) java.time.Instant::now; }",
        "long now() { return System.currentTimeMillis(); }",
        "Object now() { return new java.util.Date(); }",
        "Object now() { return java.util.Calendar.getInstance(); }",
        "Object now() { return java.time.Clock.systemUTC(); }",
        "Object now() { return java.time.InstantSource.system(); }"
      })
  void whoAsksTheSystemForTheTimeIsFound(String method) {
    Planted.in(folder, clipsWith(method))
        .breaks(BanRules.nobodyAsksTheSystemForTheTime(), "Clips.now()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object now(java.time.Clock clock) { return clock.instant(); }",
        "Object now(java.time.Clock clock) { return java.time.LocalDate.now(clock); }",
        "long now() { return System.nanoTime(); }",
        "Object now() { return new java.util.Date(0); }",
        "@org.springframework.context.annotation.Bean java.time.Clock clock() {"
            + " return java.time.Clock.systemUTC(); }"
      })
  void whoIsToldTheTimeIsKept(String method) {
    Planted.in(folder, clipsWith(method)).keeps(BanRules.nobodyAsksTheSystemForTheTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thread.sleep(5)", "java.util.concurrent.TimeUnit.DAYS.sleep(1)"})
  void whoSleepsIsFound(String sleep) {
    Planted.in(folder, clipsWith("void rest() throws Exception { " + sleep + "; }"))
        .breaks(BanRules.nobodySleeps(), "Clips.rest()");
  }

  @Test
  void whoWaitsForSomethingIsKept() {
    Planted.in(
            folder,
            clipsWith(
                "void rest() throws Exception { new java.util.concurrent.Semaphore(0)"
                    + ".tryAcquire(1, java.util.concurrent.TimeUnit.DAYS); }"))
        .keeps(BanRules.nobodySleeps());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Autowired", "Value(\"${clips.max}\")"})
  void anInjectedFieldIsFound(String annotation) {
    Planted.in(
            folder,
            clipsWith("@org.springframework.beans.factory.annotation." + annotation + " int max;"))
        .breaks(BanRules.noFieldInjection(), "Clips.max");
  }

  @Test
  void anInjectedConstructorIsKept() {
    Planted.in(
            folder,
            clipsWith("@org.springframework.beans.factory.annotation.Autowired Clips(int max) {}"))
        .keeps(BanRules.noFieldInjection());
  }

  @Test
  void aParadeOfParametersIsFound() {
    Planted.in(folder, clipsWith("Clips(int a, int b, int c, int d, int e, int f, int g) {}"))
        .breaks(BanRules.noConstructorParades(), "Clips.<init>");
  }

  @Test
  void sixParametersAndARecordOfManyAreKept() {
    Planted.in(
            folder,
            clipsWith("Clips(int a, int b, int c, int d, int e, int f) {}"),
            """
            package io.clipmeter.tracking.clip;
            record Reading(int a, int b, int c, int d, int e, int f, int g) {}
            """)
        .keeps(BanRules.noConstructorParades());
  }

  private static String clipsWith(String member) {
    return "package io.clipmeter.tracking.clip; class Clips { " + member + " }";
  }
}
