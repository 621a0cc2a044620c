package io.clipmeter.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.log.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void givesTheProgramItsOwnVariablesAndOnlyBasicOnesOfTheCaller() throws Exception {
    Process process = Detached.start(launch(List.of("env"), Map.of("SERVER_PORT", "1234")));
    process.waitFor();

    List<String> names =
        Files.readAllLines(log()).stream().map(line -> line.replaceAll("=.*", "")).toList();
    assertThat(names).contains("SERVER_PORT", "PATH");
    assertThat(names)
        .isSubsetOf(
            "SERVER_PORT",
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LC_ALL",
            "TZ",
            "TMPDIR",
            "_",
            "PWD",
            "SHLVL");
  }

  @Test
  void startsASessionOfItsOwn() throws Exception {
    Process process =
        Detached.start(launch(List.of("sh", "-c", "echo $$; ps -o sid= -p $$"), Map.of()));
    process.waitFor();

    List<String> lines = Files.readAllLines(log()).stream().map(String::strip).toList();
    assertThat(lines).hasSize(2).allMatch(Long.toString(process.pid())::equals);
  }

  @Test
  void addsToTheLog() throws Exception {
    Detached.start(launch(List.of("echo", "one"), Map.of())).waitFor();
    Detached.start(launch(List.of("echo", "two"), Map.of())).waitFor();

    assertThat(Files.readAllLines(log())).containsExactly("one", "two");
  }

  @Test
  void endsAProcessThatIgnoresTheSignal() throws IOException {
    Process process =
        Detached.start(
            launch(
                List.of("sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done"), Map.of()));
    assertThat(Waiting.until(this::isUp, PATIENCE, Duration.ofMillis(20))).isTrue();
    ProcessId id = ProcessId.of(process.pid()).orElseThrow();

    assertThat(Ending.end(id, "TERM", Duration.ofMillis(200))).isTrue();

    assertThat(id.alive()).isFalse();
  }

  private boolean isUp() {
    return !new LogFile(log()).tail(1).isEmpty();
  }

  private Launch launch(List<String> command, Map<String, String> environment) {
    return new Launch("part", command, environment, folder, log());
  }

  private Path log() {
    return folder.resolve("a part.log");
  }
}
