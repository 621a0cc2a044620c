package io.clipmeter.tracking.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookedUpVideoTest {
  private static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");
  private static final VideoRef VIDEO =
      VideoRef.of(Platform.YOUTUBE, "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ");

  @ParameterizedTest(name = "id {0}, name {1}, shown as {2}: {3}")
  @CsvSource({
    "UC1, someone, Some One, @someone",
    ", someone, Some One, @someone",
    "UC1, UC1, Some One, Some One",
    "UC1, UC1, ,"
  })
  void anIdIsNoHandle(
      @Nullable String id, String username, @Nullable String nickname, @Nullable String creator) {
    Author author = new Author(id, username, nickname, null);
    VideoFacts facts = new VideoFacts(author, null, null, List.of(), List.of(), null, null, null);
    Answer answer = new Answer(new Reading.Ok(Counts.ofViews(5), facts), Source.YOUTUBE, AT);

    LookedUp shown =
        LookedUpVideo.of(
            VIDEO.url(),
            VIDEO,
            answer,
            null,
            new JumpSettings(2_000_000, 100, Duration.ofMinutes(15)));

    assertThat(shown.creator()).isEqualTo(creator);
  }
}
