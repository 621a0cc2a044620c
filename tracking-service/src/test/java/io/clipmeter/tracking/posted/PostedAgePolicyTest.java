package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedAgePolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "at an age of {0} it is left alone for {1}")
  @CsvSource({
    "-PT1H, PT0S",
    "PT47H59M, PT0S",
    "PT48H, PT1H",
    "PT335H59M, PT1H",
    "PT336H, PT24H",
    "P900D, PT24H"
  })
  void theOlderAPostTheLessOftenItIsRead(Duration age, Duration pause) {
    assertThat(PostedAgePolicy.pause(NOW.minus(age), NOW)).isEqualTo(pause);
  }

  @ParameterizedTest(name = "at an age of {0} it is read after {1} to {2}")
  @CsvSource({"PT1H, PT0S, PT0S", "P3D, PT30M, PT90M", "P30D, PT12H, PT36H"})
  void eachHasATimeOfItsOwnAndKeepsIt(Duration age, Duration least, Duration most) {
    Set<Instant> times = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      UUID post = UUID.randomUUID();
      Instant next = PostedAgePolicy.next(post, NOW.minus(age), NOW);
      times.add(next);
      assertThat(next).isBetween(NOW.plus(least), NOW.plus(most));
      Instant late = next.plus(Duration.ofMinutes(5));
      assertThat(PostedAgePolicy.next(post, late.minus(age), late))
          .isEqualTo(most.isZero() ? late : next.plus(most.minus(least)));
    }
    assertThat(times).hasSizeGreaterThan(most.isZero() ? 0 : 150);
  }
}
