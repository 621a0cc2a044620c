package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.round.RoundDesk.Written;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.order.ViewSources;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What of a round is still to be read, and the transaction that writes the last of it and ends it.
 */
class LastChunkIT extends Stage {
  @Autowired Rounds rounds;
  @Autowired RoundClips clips;
  @Autowired RoundDesk desk;
  @Autowired ViewSources sources;
  @Autowired Ids ids;
  @Autowired RoundReader reader;

  @Test
  void theLastChunkEndsTheRoundAndNoneBefore() {
    tracked(Given.campaign(), 2);
    ClaimedRound round =
        rounds.claim(Claim.now(Optional.empty()), ids.next(), clock.instant()).orElseThrow();
    List<Judged> judged = judged(round);

    Written first = desk.record(round, judged.subList(0, 1), clock.instant());
    assertThat(first.ours()).isTrue();
    assertThat(first.closed()).isEmpty();
    assertThat(status(round)).isEqualTo(Round.Status.OPEN);

    Written last = desk.record(round, judged.subList(1, 2), clock.instant());
    assertThat(last.closed()).hasValueSatisfying(end -> assertThat(end.read()).isEqualTo(2));
    assertThat(status(round)).isEqualTo(Round.Status.CLOSED);
  }

  @Test
  void onlyPlatformsThatAClipIsStillToBeReadOnAreLookedThrough() {
    AtomicInteger next = new AtomicInteger();
    tracked(
        Given.campaign(),
        3,
        id -> next.getAndIncrement() == 0 ? Given.youtube(id) : Given.tiktok(id));
    ClaimedRound round =
        rounds.claim(Claim.now(Optional.empty()), ids.next(), clock.instant()).orElseThrow();

    assertThat(clips.unreadOn(round)).containsExactlyInAnyOrder(Platform.TIKTOK, Platform.YOUTUBE);

    desk.record(round, judged(round), clock.instant());

    assertThat(clips.unreadOn(round)).containsExactly(Platform.YOUTUBE);
  }

  private List<Judged> judged(ClaimedRound round) {
    List<RoundClip> chunk = clips.unread(round, Platform.TIKTOK, null, 100).clips();
    Answers answers = sources.read(Platform.TIKTOK, chunk.stream().map(RoundClip::video).toList());
    return chunk.stream().map(clip -> reader.judge(round, clip, answers)).toList();
  }

  private Round.Status status(ClaimedRound round) {
    return rounds.find(round.id()).orElseThrow().status();
  }
}
