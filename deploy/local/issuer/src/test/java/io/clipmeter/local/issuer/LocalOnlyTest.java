package io.clipmeter.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class LocalOnlyTest {
  @Test
  void runsInTheLocalStack() {
    assertThat(LocalOnly.refusal(environment("true", "127.0.0.1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "", "TRUE!", "yes"})
  void refusesToRunOutsideTheLocalStack(String local) {
    assertThat(LocalOnly.refusal(environment(local, "127.0.0.1"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "example.com"})
  void refusesToListenToTheNetwork(String address) {
    assertThat(LocalOnly.refusal(environment("true", address)).orElseThrow()).contains(address);
  }

  @Test
  void refusesWhenNothingIsSaid() {
    assertThat(LocalOnly.refusal(new MockEnvironment())).isPresent();
  }

  @Test
  void theProcessEndsWithOneSentence() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IssuerApplication.class.getName()));
    builder.environment().remove("CLIPMETER_LOCAL");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(said.lines()).singleElement().asString().contains("CLIPMETER_LOCAL=true");
  }

  private static MockEnvironment environment(String local, String address) {
    return new MockEnvironment()
        .withProperty("clipmeter.local", local)
        .withProperty("server.address", address);
  }
}
