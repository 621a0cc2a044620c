package io.clipmeter.earnings.gathering;

import static io.clipmeter.earnings.gathering.Feed.PART;
import static io.clipmeter.earnings.gathering.Feed.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenRoundsTest {
  /** What a round takes of memory by itself, in readings. */
  private static final int ROUND = 16;

  private final SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
  private final OpenRounds open = new OpenRounds(settings(100, 1_000), clock);
  private final Feed feed = new Feed(new UUID(0, 7));

  static GatheringSettings settings(int roundReadingsMax, int readingsMax) {
    return new GatheringSettings(
        1, 50, roundReadingsMax, readingsMax, Duration.ofSeconds(60), Duration.ofSeconds(3), 5);
  }

  @Test
  void aRoundIsWholeWhenItHasClosedAndEachOfItsClipsWasRead() {
    open.add(feed.reading(1, 1), place(0));
    open.close(feed.closed(1, 2), place(1));
    assertThat(open.work(true).isEmpty()).isTrue();

    open.add(feed.reading(1, 1), place(2));
    assertThat(open.work(true).isEmpty()).as("the same clip again").isTrue();

    open.add(feed.reading(1, 2), place(3));
    assertThat(settling()).containsExactly(List.of(1L));
  }

  @Test
  void aRoundThatIsNotWholeStopsThoseBehindItInItsCampaignOnly() {
    Feed other = new Feed(new UUID(0, 8));
    open.close(feed.closed(1, 1), place(0));
    open.close(feed.closed(2, 1), place(1));
    open.add(feed.reading(2, 1), place(2));
    open.close(other.closed(1, 1), place(3));
    open.add(other.reading(1, 1), place(4));
    assertThat(settling()).containsExactly(List.of(1L));
    assertThat(open.work(true).campaigns()).containsExactly(new UUID(0, 8));

    open.add(feed.reading(1, 1), place(5));
    assertThat(settling()).containsExactlyInAnyOrder(List.of(1L, 2L), List.of(1L));
  }

  @Test
  void theOldestRecordOfARoundThatIsNotDoneIsNeeded() {
    open.add(feed.reading(1, 1), place(10));
    open.add(feed.reading(2, 1), place(11));
    open.close(feed.closed(1, 1), place(12));
    Work first = open.work(true);
    assertThat(open.neededBeside(first)).isEqualTo(Map.of(PART, 11L));
    assertThat(open.neededBeside(new Work(List.of(), List.of(), List.of())))
        .isEqualTo(Map.of(PART, 10L));

    open.done(first);
    assertThat(open.neededBeside(open.work(true))).isEqualTo(Map.of(PART, 11L));
  }

  @Test
  void whatComesAgainOfASettledRoundIsNotNeeded() {
    open.add(feed.reading(1, 1), place(0));
    open.close(feed.closed(1, 1), place(1));
    open.done(open.work(true));

    open.add(feed.reading(1, 1), place(2));
    open.close(feed.closed(1, 1), place(3));

    assertThat(open.size()).isZero();
    assertThat(open.neededBeside(open.work(true))).isEmpty();
  }

  @Test
  void aRoundThatIsOpenTooLongIsKept() {
    open.add(feed.reading(1, 1), place(0));
    clock.advance(Duration.ofMillis(59_999));
    assertThat(open.work(true).kept()).isEmpty();

    clock.advance(Duration.ofMillis(1));
    assertThat(open.work(true).kept()).extracting(OpenRound::id).containsExactly(feed.round(1));
  }

  @Test
  void aClosedRoundIsKeptSoonerButNotThoseThatWaitForItAreSettled() {
    open.close(feed.closed(1, 2), place(0));
    open.add(feed.reading(1, 1), place(1));
    clock.advance(Duration.ofSeconds(2));
    assertThat(open.work(true).kept()).isEmpty();
    open.close(feed.closed(2, 1), place(2));
    open.add(feed.reading(2, 1), place(3));
    clock.advance(Duration.ofSeconds(1));

    Work work = open.work(true);

    assertThat(work.whole()).isEmpty();
    assertThat(work.kept()).extracting(OpenRound::id).containsExactly(feed.round(1));
    open.done(work);
    assertThat(settling()).containsExactly(List.of(2L));
  }

  @Test
  void aWholeRoundWaitsForItsTurnHoweverLong() {
    feed.whole(open, 1, 60);
    feed.whole(open, 2, 60);
    open.add(feed.reading(3, 1), place(0));
    open.close(feed.closed(3, 2), place(0));
    feed.whole(open, 4, 1);
    clock.advance(Duration.ofMinutes(1));

    for (long number = 1; number <= 2; number++) {
      Work work = open.work(true);
      assertThat(settling()).containsExactly(List.of(number));
      open.done(work);
      assertThat(work.kept().isEmpty()).isEqualTo(number == 1);
      assertThat(work.kept()).extracting(OpenRound::id).isSubsetOf(feed.round(3), feed.round(4));
    }
  }

  @Test
  void aBacklogTriesNobodysPatience() {
    open.close(feed.closed(1, 1), place(0));
    open.add(feed.reading(2, 1), place(1));
    clock.advance(Duration.ofHours(1));
    assertThat(open.work(false).kept()).isEmpty();

    clock.advance(Duration.ofSeconds(2));
    assertThat(open.work(true).kept()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(open.work(true).kept()).extracting(OpenRound::id).containsExactly(feed.round(1));
  }

  @Test
  void whatFollowsOfAKeptRoundIsKeptAtOnce() {
    open.add(feed.reading(1, 1), place(0));
    clock.advance(Duration.ofMinutes(1));
    open.done(open.work(true));

    open.add(feed.reading(1, 2), place(1));

    assertThat(open.work(true).kept()).extracting(OpenRound::id).containsExactly(feed.round(1));
  }

  @Test
  void aRoundThatGrowsTooLargeIsKept() {
    for (int clip = 0; clip < 100; clip++) {
      assertThat(open.work(true).kept()).isEmpty();
      open.add(feed.reading(1, clip), place(clip));
    }
    assertThat(open.work(true).kept()).extracting(OpenRound::id).containsExactly(feed.round(1));
  }

  @Test
  void aLargeRoundTakesThoseThatClosedBeforeItAlong() {
    OpenRounds small = new OpenRounds(settings(3, 1_000), clock);
    small.add(feed.reading(1, 1), place(0));
    small.close(feed.closed(1, 2), place(1));
    for (int clip = 0; clip < 3; clip++) {
      small.add(feed.reading(2, clip), place(2 + clip));
    }
    small.close(feed.closed(2, 3), place(5));

    assertThat(small.work(true).kept())
        .extracting(OpenRound::id)
        .containsExactly(feed.round(1), feed.round(2));
  }

  @Test
  void theOldestAreKeptWhereThereAreTooManyReadingsInAll() {
    OpenRounds small = new OpenRounds(settings(100, 3 * (4 + ROUND) - 1), clock);
    for (int i = 0; i < 12; i++) {
      small.add(feed.reading(1 + i / 4, i), place(i));
    }

    assertThat(small.work(true).kept()).extracting(OpenRound::id).containsExactly(feed.round(1));
  }

  @Test
  void theEndOfACampaignIsDoneOnce() {
    open.end(feed.ended(3), place(4));
    Work work = open.work(true);
    assertThat(work.ended()).hasSize(1);
    open.end(new Feed(new UUID(0, 9)).ended(1), place(5));
    assertThat(open.neededBeside(work)).isEqualTo(Map.of(PART, 5L));

    open.done(work);

    assertThat(open.work(true).ended())
        .extracting(end -> end.campaignId())
        .containsExactly(new UUID(0, 9));
  }

  @Test
  void aReadingThatGivesARoundToAnotherCampaignIsRefused() {
    open.add(feed.reading(1, 1), place(0));
    Feed liar = new Feed(new UUID(0, 9), feed);

    assertThatThrownBy(() -> open.add(liar.reading(1, 2), place(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> open.close(liar.closed(1, 1), place(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(open.work(true).isEmpty()).isTrue();
  }

  @Test
  void campaignsTakeTurns() {
    Feed other = new Feed(new UUID(0, 8));
    feed.whole(open, 1, 60);
    feed.whole(open, 2, 60);
    other.whole(open, 1, 60);

    Work first = open.work(true);
    assertThat(first.campaigns()).containsExactly(new UUID(0, 7));
    open.done(first);
    Work second = open.work(true);
    assertThat(second.campaigns()).containsExactly(new UUID(0, 8));
    open.done(second);
    assertThat(settling()).containsExactly(List.of(2L));
  }

  @Test
  void ofTheCampaignWhoseTurnItIsAllRoundsAreTakenUntilThereAreEnough() {
    Feed other = new Feed(new UUID(0, 8));
    for (int number = 1; number <= 3; number++) {
      feed.whole(open, number, 15);
      other.whole(open, number, 15);
    }

    assertThat(settling()).containsExactly(List.of(1L, 2L, 3L), List.of(1L));
  }

  private List<List<Long>> settling() {
    return open.work(true).whole().stream()
        .map(
            chain ->
                chain.stream()
                    .map(round -> Objects.requireNonNull(round.closed()).number())
                    .toList())
        .toList();
  }
}
