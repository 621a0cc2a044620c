package io.clipmeter.earnings.gathering;

import static io.clipmeter.earnings.gathering.Feed.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.SettableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far a backlog is read before it is settled. */
class BacklogTest {
  /** What a round takes of memory by itself, in readings. */
  private static final int ROUND = 16;

  private final SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
  private final OpenRounds open = new OpenRounds(OpenRoundsTest.settings(100, 1_000), clock);
  private final Feed feed = new Feed(new UUID(0, 7));

  @Test
  void nothingMoreIsReadOnceWhatCanBeSettledFillsHalfOfTheMemory() {
    OpenRounds open = new OpenRounds(OpenRoundsTest.settings(100, 2 * (200 + 3 * ROUND)), clock);
    feed.whole(open, 1, 99);
    feed.whole(open, 2, 99);
    open.add(feed.reading(4, 1), place(1));
    open.close(feed.closed(4, 1), place(2));
    assertThat(open.enoughToSettle()).as("199 of 200").isFalse();

    Feed other = new Feed(new UUID(0, 8));
    open.close(other.closed(1, 2), place(3));
    open.add(other.reading(1, 1), place(4));
    other.whole(open, 2, 50);
    assertThat(open.enoughToSettle()).as("behind a round that is not whole").isFalse();

    open.add(other.reading(1, 2), place(5));
    assertThat(open.enoughToSettle()).isTrue();
    open.done(open.work(true));
    assertThat(open.enoughToSettle()).isFalse();
  }

  @Test
  void atTheBeginningOfABacklogRoundsMeetBeforeTheyAreSettled() {
    assertThat(open.readOn(199)).as("less than four transactions behind").isFalse();
    assertThat(open.readOn(200)).isTrue();
    clock.advance(Duration.ofMillis(4_999));
    assertThat(open.readOn(200)).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(open.readOn(900)).as("after five seconds").isFalse();
    assertThat(open.readOn(900)).as("of the same backlog").isFalse();

    assertThat(open.readOn(0)).isFalse();
    assertThat(open.readOn(900)).as("of another").isTrue();
    new Feed(new UUID(0, 8)).whole(open, 1, 1);
    for (int number = 1; number <= 5; number++) {
      feed.whole(open, number, number == 5 ? 98 - 6 * ROUND : 100);
    }
    assertThat(open.readOn(900)).as("not half of a thousand").isTrue();
    feed.whole(open, 6, 1);
    assertThat(open.readOn(900)).isFalse();
  }

  @Test
  void whereTheNextCampaignFillsATransactionNoMoreOfItsRoundsNeedToMeet() {
    feed.whole(open, 1, 30);
    new Feed(new UUID(0, 8)).whole(open, 1, 60);
    assertThat(open.readOn(900)).as("it is not that one's turn").isTrue();

    open.close(feed.closed(2, 1), place(0));
    feed.whole(open, 3, 30);
    assertThat(open.readOn(900)).as("only one of its rounds can be settled").isTrue();
    open.add(feed.reading(2, 1), place(0));

    assertThat(open.readOn(900)).isFalse();
  }
}
