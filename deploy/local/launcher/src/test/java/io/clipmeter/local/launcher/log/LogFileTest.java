package io.clipmeter.local.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path folder;

  @Test
  void showsTheLastLines() throws IOException {
    Path log = Files.writeString(folder.resolve("x.log"), "one\ntwo\nthree\n");

    assertThat(new LogFile(log).tail(2)).containsExactly("two", "three");
    assertThat(new LogFile(log).tail(9)).containsExactly("one", "two", "three");
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertThat(new LogFile(folder.resolve("x.log")).tail(5)).isEmpty();
  }
}
