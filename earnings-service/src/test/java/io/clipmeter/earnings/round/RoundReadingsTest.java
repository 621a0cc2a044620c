package io.clipmeter.earnings.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.testing.Trials;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RoundReadingsTest {
  private static final UUID ROUND = new UUID(1, 1);
  private static final UUID CAMPAIGN = new UUID(2, 2);

  private final RoundReadings readings = new RoundReadings(ROUND, CAMPAIGN);

  @Test
  void theFirstReadingOfAClipStaysAndAllComeBackAsTheyWere() {
    Trials.of(300).check(RoundReadingsTest::trial);
  }

  private static void trial(RandomGenerator random) {
    RoundReadings readings = new RoundReadings(ROUND, CAMPAIGN);
    Map<UUID, Reading> model = new LinkedHashMap<>();
    // Few values for either half, so that clips share halves and come again.
    int halves = random.nextInt(1, 40);
    for (int i = random.nextInt(200); i > 0; i--) {
      UUID clip = new UUID(random.nextInt(halves), random.nextInt(halves));
      Reading reading = reading(clip, random);
      assertThat(readings.put(reading)).isEqualTo(model.putIfAbsent(clip, reading) == null);
    }
    assertThat(readings).containsExactlyElementsOf(model.values());
  }

  private static Reading reading(UUID clip, RandomGenerator random) {
    ReadingOutcome[] outcomes = ReadingOutcome.values();
    ReadingOutcome outcome = outcomes[random.nextInt(outcomes.length)];
    Source[] sources = Source.values();
    return new Reading(
        ROUND,
        clip,
        CAMPAIGN,
        outcome,
        outcome == ReadingOutcome.OK ? (Long) random.nextLong(0, Long.MAX_VALUE) : null,
        Instant.EPOCH.plusNanos(1_000 * random.nextLong(0, Long.MAX_VALUE / 1_000)),
        sources[random.nextInt(sources.length)]);
  }

  @Test
  void anInstantIsKeptToTheMicrosecondAsInTheTables() {
    readings.put(
        new Reading(
            ROUND,
            new UUID(3, 3),
            CAMPAIGN,
            ReadingOutcome.GONE,
            null,
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Source.APIFY));

    assertThat(readings.getFirst().observedAt()).isEqualTo("9999-12-31T23:59:59.999999Z");
    assertThat(readings.gone(0)).isTrue();
    assertThat(readings.views(0)).isEqualTo(-1);
  }

  @Test
  void thereIsNothingBehindTheLast() {
    assertThatThrownBy(() -> readings.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
