package io.clipmeter.local.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicksTest {
  @TempDir Path directory;

  @Test
  void theTickSurvivesARestart() {
    ticks(OptionalLong.empty()).advance(3);

    assertThat(ticks(OptionalLong.empty()).now()).isEqualTo(3);
  }

  @Test
  void nothingChangesPastTheLastTick() {
    Ticks ticks = ticks(OptionalLong.of(4));
    ticks.advance(3);

    assertThat(ticks.advance(2)).isEmpty();
    assertThat(ticks.now()).isEqualTo(3);
    assertThat(ticks.advance(1)).hasValue(4);
    assertThat(ticks.advance(1)).isEmpty();
  }

  @Test
  void deletedVideosSurviveARestart() {
    var kept = new VideoKey(Platform.TIKTOK, "1");
    var restored = new VideoKey(Platform.TIKTOK, "2");
    var gone = new GoneVideos(new StateDirectory(directory));
    gone.add(kept);
    gone.add(restored);
    gone.remove(restored);

    var again = new GoneVideos(new StateDirectory(directory));
    assertThat(again.contains(kept)).isTrue();
    assertThat(again.contains(restored)).isFalse();
  }

  private Ticks ticks(OptionalLong last) {
    return new Ticks(new StateDirectory(directory), last);
  }
}
