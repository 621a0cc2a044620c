package io.clipmeter.local.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
  private final PrintStream terminalOut = System.out;
  private final PrintStream terminalErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setProperty(Home.ROOT_PROPERTY, folder.toString());
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(terminalOut);
    System.setErr(terminalErr);
    System.clearProperty(Home.ROOT_PROPERTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up", "down", "status", "token", "logs", "reset", "doctor", "bench", "demo", "tick"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(Commands.execute(command, "--help")).isZero();
    assertThat(printed(out)).contains("Usage: clipmeter " + command);
  }

  @Test
  void aBenchmarkGetsItsNamesAndOptionsAsTheyCame() {
    BenchCommand bench = new BenchCommand();
    new CommandLine(bench).parseArgs("settlement", "--part", "latency", "--quick");
    assertThat(bench.passedOn()).containsExactly("settlement", "--part", "latency", "--quick");
  }

  @Test
  void anUnknownCommandGetsTheUsageAndExitCode2() {
    assertThat(Commands.execute("upp")).isEqualTo(2);
    assertThat(printed(err)).contains("upp", "Usage: clipmeter");
  }

  @Test
  void noCommandGetsTheUsageAndExitCode2() {
    assertThat(Commands.execute()).isEqualTo(2);
    assertThat(printed(err)).contains("Usage: clipmeter");
  }

  @Test
  void aWrongPortIsOneSentenceAndExitCode1() {
    assertThat(Commands.execute("up", "--port", "gateway=x")).isEqualTo(1);
    assertThat(printed(err).strip()).isEqualTo("--port gateway=x: 'x' is no number.");
  }

  @Test
  void aMissingFileOfViewsIsOneSentenceAndExitCode1() {
    assertThat(Commands.execute("up", "--views", "nowhere.csv")).isEqualTo(1);
    assertThat(printed(err)).contains("there is no readable file").contains("nowhere.csv");
  }

  @Test
  void resetDoesNotDeleteWithoutAYes() {
    assertThat(Commands.execute("reset")).isEqualTo(1);
    assertThat(printed(err)).contains("--yes");
  }

  @Test
  void statusAnswersWithoutAnythingRunning() {
    assertThat(Commands.execute("status")).isZero();
    assertThat(printed(out)).contains("gateway       stopped");
  }

  @Test
  void downIsHarmlessWithoutAnythingRunning() {
    assertThat(Commands.execute("down")).isZero();
    assertThat(printed(out)).contains("Nothing was running.");
  }

  @Test
  void benchTakesOptionsThatItDoesNotKnow() {
    assertThat(Commands.execute("bench", "settlement", "--quick")).isEqualTo(1);
    assertThat(printed(err)).contains("platform/benchmarks is not built");
  }

  @Test
  void logsOfAPartThatDoesNotExistNameThoseThatDo() {
    assertThat(Commands.execute("logs", "tracing")).isEqualTo(1);
    assertThat(printed(err)).contains("'tracing'", "tracking");
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
