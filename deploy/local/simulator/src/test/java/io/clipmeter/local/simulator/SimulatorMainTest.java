package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorMainTest {
  @TempDir Path directory;

  @Test
  void aMalformedFileEndsItWithOneSentence() throws Exception {
    Path views =
        Files.writeString(
            directory.resolve("views.csv"),
            "platform,video_id,observed_on,views\nyoutube,a,2024-03-01,many\n");

    assertSentence(
        Map.of("SIMULATOR_VIEWS_FILE", views.toString(), "SIMULATOR_PORT", "0"),
        "Views file " + views + ", line 2: views must be empty or an integer from 0.");
  }

  @Test
  void aBusyPortIsNamed() throws Exception {
    try (var holder = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      assertSentence(
          Map.of("SIMULATOR_PORT", Integer.toString(holder.getLocalPort())),
          "127.0.0.1:" + holder.getLocalPort());
    }
  }

  @Test
  void itSaysWhereItAnswers() throws Exception {
    Process process = start(Map.of("SIMULATOR_PORT", "0"));
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).matches(".* http://127\\.0\\.0\\.1:\\d+");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void assertSentence(Map<String, String> environment, String sentence) throws Exception {
    Process process = start(environment);
    String said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines()).singleElement().asString().contains(sentence);
  }

  private Process start(Map<String, String> environment) throws Exception {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SimulatorMain.class.getName());
    builder.environment().put("SIMULATOR_STATE_DIR", directory.resolve("state").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
