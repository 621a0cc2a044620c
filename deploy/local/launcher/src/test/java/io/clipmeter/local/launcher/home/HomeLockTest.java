package io.clipmeter.local.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir private Path folder;

  @Test
  void isHadByOneAtATimeAndNamesItsHolder() {
    Home home = new Home(folder);
    try (HomeLock first = HomeLock.of(home);
        HomeLock second = HomeLock.of(home)) {
      assertThat(first.tryToTake()).isTrue();
      assertThat(second.tryToTake()).isFalse();
      assertThat(second.holder()).hasValue(ProcessHandle.current().pid());
    }
  }

  @Test
  void isFreeAgainWhenItsHolderIsDone() {
    Home home = new Home(folder);
    try (HomeLock first = HomeLock.of(home)) {
      assertThat(first.tryToTake()).isTrue();
    }
    try (HomeLock second = HomeLock.of(home)) {
      assertThat(second.tryToTake()).isTrue();
    }
  }
}
