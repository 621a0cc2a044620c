package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.gathering.OpenRounds.Place;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import io.clipmeter.events.TrackingEnded;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** What tracking says of one campaign. */
record Feed(UUID campaign, UUID rounds) {
  static final TopicPartition PART = new TopicPartition("t", 0);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  Feed(UUID campaign) {
    this(campaign, campaign);
  }

  /** Speaks of another's rounds as its own. */
  Feed(UUID campaign, Feed other) {
    this(campaign, other.rounds);
  }

  static Place place(long offset) {
    return new Place(PART, offset);
  }

  UUID round(long number) {
    return new UUID(rounds.getLeastSignificantBits(), number);
  }

  Reading reading(long number, long clip) {
    return new Reading(
        round(number), new UUID(1, clip), campaign, ReadingOutcome.OK, 5L, NOW, Source.APIFY);
  }

  RoundClosed closed(long number, int clips) {
    return new RoundClosed(round(number), campaign, number, clips, clips, 0, 0, NOW, NOW, 1L);
  }

  TrackingEnded ended(long last) {
    return new TrackingEnded(campaign, 1, last, NOW);
  }

  /** Puts a round there of which all is known. */
  void whole(OpenRounds rounds, int number, int clips) {
    for (int clip = 1; clip <= clips; clip++) {
      rounds.add(reading(number, clip), place(0));
    }
    rounds.close(closed(number, clips), place(0));
  }
}
