package io.clipmeter.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdTest {
  private static final String STAT =
      "42 (a) b (c) %s 1 42 42 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 987654 0 0 0";

  @Test
  void knowsALivingProcessAgain() {
    ProcessId self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();

    assertThat(self.alive()).isTrue();
    assertThat(ProcessId.of(ProcessHandle.current().pid())).contains(self);
  }

  @Test
  void takesNoOtherProcessOfTheSameNumberForIt() {
    ProcessId earlier = new ProcessId(ProcessHandle.current().pid(), "long ago");

    assertThat(earlier.alive()).isFalse();
  }

  @Test
  void isGoneWhenTheProcessIs() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "600").start();
    ProcessId id = ProcessId.of(process.pid()).orElseThrow();

    process.destroyForcibly().waitFor();

    assertThat(id.alive()).isFalse();
  }

  @Test
  void readsTheStartTimeBehindANameWithBracketsAndBlanks() {
    assertThat(ProcessId.startTime(STAT.formatted("S"))).isEqualTo("987654");
  }

  @Test
  void knowsAZombie() {
    assertThat(ProcessId.gone(STAT.formatted("Z"))).isTrue();
    assertThat(ProcessId.gone(STAT.formatted("S"))).isFalse();
  }
}
