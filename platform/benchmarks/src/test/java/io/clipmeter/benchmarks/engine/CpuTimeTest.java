package io.clipmeter.benchmarks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
  private static final String BUSY_CHILD =
      "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; echo over; read end";

  @Test
  void aChildThatHasEndedStillCounts() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", BUSY_CHILD).start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8))) {
      assertThat(said.readLine()).isEqualTo("over");
      long children = CpuTime.nanos(parent.toHandle()) - CpuTime.ownNanos(parent.toHandle());

      // Elsewhere than on Linux nobody tells.
      long least = Files.exists(Path.of("/proc/self/stat")) ? Duration.ofMillis(20).toNanos() : 0;
      assertThat(children).isGreaterThanOrEqualTo(least);
    } finally {
      parent.destroyForcibly();
    }
  }
}
