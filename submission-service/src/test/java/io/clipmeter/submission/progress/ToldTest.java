package io.clipmeter.submission.progress;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.VideoObserved;
import io.clipmeter.submission.Said;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToldTest {

  @Test
  void theNewestOfEachVideoStandsWhateverTheOrder() {
    Told<VideoObserved> told =
        Told.newest(
            Stream.of(
                Said.observed("a", 1, NOON),
                Said.observed("b", 5, NOON.plusSeconds(1)),
                Said.observed("a", 2, NOON.plusSeconds(2)),
                Said.observed("b", 6, NOON),
                Said.observed("a", 3, NOON.plusSeconds(2))),
            VideoObserved::observedAt);

    assertThat(told.texts(VideoObserved::videoId)).containsExactly("a", "b");
    assertThat(told.column(VideoObserved::views, Long[]::new)).containsExactly(2L, 5L);
    assertThat(told.texts(VideoObserved::observedAt))
        .containsExactly("2026-03-01T12:00:02Z", "2026-03-01T12:00:01Z");
  }

  @Test
  void theFirstOfEachThingStands() {
    Told<String> told = Told.first(Stream.of("one", "other", "two"), String::length);

    assertThat(told.all()).containsExactly("one", "other");
    assertThat(told.isEmpty()).isFalse();
    assertThat(Told.first(Stream.<String>empty(), String::length).isEmpty()).isTrue();
  }
}
