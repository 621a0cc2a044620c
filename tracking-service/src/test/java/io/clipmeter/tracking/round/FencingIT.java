package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.order.ViewSources;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A round has changed hands; whoever held it before wakes up. */
class FencingIT extends Stage {
  @Autowired Rounds rounds;
  @Autowired RoundClips clips;
  @Autowired RoundDesk desk;
  @Autowired RoundSettings settings;
  @Autowired ViewSources sources;
  @Autowired Ids ids;
  @Autowired RoundReader reader;

  @Test
  void onlyTheNewestTokenHoldsARound() {
    tracked(Given.campaign(), 2);
    ClaimedRound before = claim();
    ClaimedRound now = takenOver();

    assertThat(rounds.hold(before, clock.instant())).isFalse();
    assertThat(rounds.hold(now, clock.instant())).isTrue();
  }

  @Test
  void aLeaseThatRanOutHoldsNothingThoughNobodyTookTheRound() {
    tracked(Given.campaign(), 2);
    ClaimedRound round = claim();

    clock.advance(settings.lease());

    assertThat(rounds.hold(round, clock.instant())).isFalse();
    assertThat(rounds.close(round, clock.instant())).isFalse();
    assertThat(takenOver().token()).isGreaterThan(round.token());
  }

  @Test
  void onlyTheNewestTokenClosesARound() {
    tracked(Given.campaign(), 2);
    ClaimedRound before = claim();
    ClaimedRound now = takenOver();
    jdbc.sql("UPDATE round_clip SET outcome = 'OK' WHERE round_id = ?").param(now.id()).update();
    jdbc.sql("UPDATE round SET observed = clips WHERE id = ?").param(now.id()).update();

    assertThat(rounds.close(before, clock.instant())).isFalse();
    assertThat(rounds.close(now, clock.instant())).isTrue();
  }

  @Test
  void whatAnEarlierHolderHasReadIsNotWritten() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 2);
    ClaimedRound before = claim();
    List<RoundClip> chunk = chunk(before);
    Answers answers = sources.read(Platform.TIKTOK, chunk.stream().map(RoundClip::video).toList());
    List<Judged> judged = chunk.stream().map(clip -> reader.judge(before, clip, answers)).toList();
    ClaimedRound now = takenOver();

    assertThat(judged).isNotEmpty();
    assertThat(desk.record(before, judged, clock.instant()).ours()).isFalse();
    assertThat(observations(before.id())).isZero();
    assertThat(chunk(now)).hasSameSizeAs(chunk);
    assertThat(desk.record(now, judged, clock.instant()).ours()).isTrue();
    assertThat(observations(before.id())).isEqualTo(judged.size());
  }

  @Test
  void aLeaseOfAClockThatIsAheadRunsOutByTheDatabasesClock() {
    tracked(Given.campaign(), 1);
    Instant ahead = clock.instant().plus(Duration.ofDays(1));
    ClaimedRound first = rounds.claim(Claim.due(BigDecimal.ONE), ids.next(), ahead).orElseThrow();
    assertThat(rounds.resume(clock.instant())).isEmpty();
    silentFor(61);
    rounds.renew(List.of(first), ahead);
    assertThat(rounds.resume(clock.instant())).isEmpty();
    silentFor(50);
    assertThat(rounds.resume(clock.instant())).isEmpty();

    silentFor(61);
    assertThat(rounds.resume(clock.instant()))
        .hasValueSatisfying(next -> assertThat(next.token()).isGreaterThan(first.token()));
    assertThat(rounds.resume(clock.instant())).isEmpty();
  }

  private void silentFor(int seconds) {
    jdbc.sql("UPDATE round SET leased_at = now() - :seconds * interval '1 s'")
        .param("seconds", seconds)
        .update();
  }

  private ClaimedRound claim() {
    return rounds.claim(Claim.now(Optional.empty()), ids.next(), clock.instant()).orElseThrow();
  }

  private ClaimedRound takenOver() {
    clock.advance(settings.lease().plusSeconds(1));
    return rounds.resume(clock.instant()).orElseThrow();
  }

  private List<RoundClip> chunk(ClaimedRound round) {
    return clips.unread(round, Platform.TIKTOK, null, 100).clips();
  }

  private long observations(UUID roundId) {
    return number("SELECT count(*) FROM observation WHERE reading_id = :id", roundId);
  }
}
