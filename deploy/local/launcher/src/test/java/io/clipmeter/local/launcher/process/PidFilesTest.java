package io.clipmeter.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
  @TempDir private Path folder;
  private PidFiles pidFiles;

  @BeforeEach
  void open() {
    pidFiles = new PidFiles(new Home(folder));
  }

  @Test
  void remembersAProcess() {
    ProcessId self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
    PidFiles.Entry entry = new PidFiles.Entry(self, "abc123");

    pidFiles.write("tracking", entry);

    assertThat(pidFiles.read("tracking")).contains(entry);
    assertThat(pidFiles.alive("tracking")).contains(entry);
  }

  @Test
  void tellsADeadProcessFromALivingOne() {
    PidFiles.Entry entry =
        new PidFiles.Entry(
            new ProcessId(ProcessHandle.current().pid(), "before the last boot"), "x");

    pidFiles.write("tracking", entry);

    assertThat(pidFiles.read("tracking")).contains(entry);
    assertThat(pidFiles.alive("tracking")).isEmpty();
  }

  @Test
  void knowsNothingOfAPartThatNeverRan() {
    assertThat(pidFiles.read("tracking")).isEmpty();
  }

  @Test
  void countsADamagedFileAsNone() throws IOException {
    Files.writeString(new Home(folder).pidFiles().resolve("tracking.pid"), "not a number\nx\ny\n");
    assertThat(pidFiles.read("tracking")).isEmpty();

    Files.writeString(new Home(folder).pidFiles().resolve("tracking.pid"), "");
    assertThat(pidFiles.read("tracking")).isEmpty();
  }
}
