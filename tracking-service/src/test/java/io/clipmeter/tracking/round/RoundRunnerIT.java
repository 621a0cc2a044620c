package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.RoundProgressed;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoundRunnerIT extends Stage {
  @Autowired Rounds rounds;
  @Autowired RoundClips clips;
  @Autowired RoundDesk desk;
  @Autowired RoundMeters meters;
  @Autowired RoundSettings settings;
  @Autowired Ids ids;
  @Autowired RoundReader reader;

  private static final String SUSPECTED =
      "SELECT count(*) FROM clip WHERE id = :id AND suspected_views = 5000000 AND suspected_in = 1";

  @Test
  void aCrashInMidRoundIsResumedWithoutReadingAgainAndTheZombieWritesNothing() throws Exception {
    CampaignChanged campaign = Given.campaign();
    List<SubmissionReceived> all = tracked(campaign, 30);
    ClaimedRound first = claim();
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    platforms.before(
        videos -> {
          if (questions.incrementAndGet() == 2) {
            stuck.countDown();
            await(released);
          }
        });
    Thread zombie = Thread.ofVirtual().start(() -> runner(1).run(first));
    assertThat(stuck.await(20, TimeUnit.SECONDS)).isTrue();
    Set<String> readBefore = ids(platforms.asked().getFirst());

    clock.advance(settings.lease().plusSeconds(1));
    ClaimedRound second = rounds.resume(clock.instant()).orElseThrow();
    runner(3).run(second);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.token()).isGreaterThan(first.token());
    assertClosedOnce(campaign.campaignId(), first.id(), 30);
    all.stream()
        .filter(clip -> readBefore.contains(clip.videoId()))
        .forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
    released.countDown();
    assertThat(zombie.join(Duration.ofSeconds(20))).isTrue();
    assertClosedOnce(campaign.campaignId(), first.id(), 30);
    assertThat(observations(first.id())).isEqualTo(30);
  }

  private void assertClosedOnce(UUID campaignId, UUID roundId, int observed) {
    eventually(() -> assertThat(closed(campaignId)).hasSize(1));
    RoundClosed closed = closed(campaignId).getFirst();
    assertThat(closed.roundId()).isEqualTo(roundId);
    assertThat(closed.observed()).isEqualTo(observed);
    List<ViewsObserved> updates =
        wire.events(Topic.VIEW_UPDATES, campaignId.toString(), ViewsObserved.class);
    assertThat(updates).hasSize(observed);
    assertThat(updates).extracting(ViewsObserved::clipId).doesNotHaveDuplicates();
  }

  @Test
  void aWholeOutageStillClosesTheRoundAndLosesNothing() {
    CampaignChanged campaign = Given.campaign();
    List<SubmissionReceived> all = tracked(campaign, 12);
    platforms.outage(true);
    runner(3).run(claim());

    eventually(() -> assertThat(closed(campaign.campaignId())).hasSize(1));
    assertThat(closed(campaign.campaignId()).getFirst().unreadable()).isEqualTo(12);
    assertThat(unavailable(campaign.campaignId()))
        .extracting(
            ViewsUnavailable::outcome, ViewsUnavailable::reason, ViewsUnavailable::lastKnownViews)
        .containsOnly(Tuple.tuple(ReadingOutcome.UNKNOWN, UnavailableReason.PROVIDER_ERROR, 100L));
    assertThat(status(all.getFirst())).isEqualTo("TRACKED");
  }

  @Test
  void aFallToNothingIsNotBelievedAndTheLastCountStays() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 0);
    runner(1).run(claim());
    clock.advance(Duration.ofHours(5));
    show(clip, 300);
    runner(1).run(claim());

    eventually(() -> assertThat(closed(campaign.campaignId())).hasSize(2));
    assertThat(unavailable(campaign.campaignId()))
        .extracting(ViewsUnavailable::outcome, ViewsUnavailable::lastKnownViews)
        .containsExactly(Tuple.tuple(ReadingOutcome.IMPLAUSIBLE, 100L));
    assertThat(
            wire.events(Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsObserved.class))
        .extracting(ViewsObserved::views, ViewsObserved::previousViews)
        .containsExactly(Tuple.tuple(300L, 100L));
  }

  @Test
  void aJumpIsBelievedWhenAnotherRoundReadsItAgain() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 5_000_000);
    runner(1).run(claim());
    clock.advance(Duration.ofHours(4));
    show(clip, 5_000_100);
    runner(1).run(claim());

    eventually(() -> assertThat(closed(campaign.campaignId())).hasSize(2));
    assertThat(unavailable(campaign.campaignId()))
        .extracting(ViewsUnavailable::outcome, ViewsUnavailable::lastKnownViews)
        .containsExactly(Tuple.tuple(ReadingOutcome.IMPLAUSIBLE, 100L));
    assertThat(
            wire.events(Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsObserved.class))
        .extracting(ViewsObserved::views, ViewsObserved::previousViews)
        .containsExactly(Tuple.tuple(5_000_100L, 100L));
    assertThat(number(SUSPECTED, clip.submissionId())).isZero();
  }

  @Test
  void aJumpThatIsNotReadAgainIsForgotten() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 5_000_000);
    runner(1).run(claim());
    assertThat(number(SUSPECTED, clip.submissionId())).isOne();
    clock.advance(Duration.ofHours(4));
    show(clip, 200);
    runner(1).run(claim());

    assertThat(number(SUSPECTED, clip.submissionId())).isZero();
    awaitViews(clip, 200L);
  }

  @Test
  void peopleAreToldHowFarARoundIs() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 25);
    runner(1).run(claim());

    eventually(() -> assertThat(closed(campaign.campaignId())).hasSize(1));
    assertThat(
            wire.events(
                Topic.TRACKING_ROUNDS, campaign.campaignId().toString(), RoundProgressed.class))
        .extracting(RoundProgressed::observed)
        .containsExactly(10, 20);
  }

  @Test
  void whichClipsARoundHeldIsForgottenAWeekAfterItsEnd() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 3);
    ClaimedRound round = claim();
    runner(1).run(round);
    String held = "SELECT count(*) FROM round_clip WHERE round_id = :id";

    clips.forget(clock.instant().plus(Duration.ofDays(7)));
    assertThat(number(held, round.id())).isEqualTo(3);
    clips.forget(clock.instant().plus(Duration.ofDays(7)).plusMillis(1));
    assertThat(number(held, round.id())).isZero();
    assertThat(observations(round.id())).isEqualTo(3);
  }

  @Test
  void aChunkWrittenTwiceCountsOnce() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 5);
    ClaimedRound round = claim();
    runner(1).run(round);
    jdbc.sql("UPDATE round SET status = 'OPEN', closed_at = NULL WHERE id = :id")
        .param("id", round.id())
        .update();

    runner(1).run(round);

    eventually(() -> assertThat(closed(campaign.campaignId())).isNotEmpty());
    assertThat(observations(round.id())).isEqualTo(5);
    assertThat(number("SELECT observed FROM round WHERE id = :id", round.id())).isEqualTo(5);
  }

  @Test
  void aRoundIsHandedBackAtStopAndAnotherTakesItUpAtOnce() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 3);
    ClaimedRound round = claim();

    rounds.release(List.of(round), clock.instant());

    assertThat(desk.close(round, clock.instant())).isEmpty();
    ClaimedRound next = rounds.resume(clock.instant()).orElseThrow();
    runner(1).run(next);
    assertClosedOnce(campaign.campaignId(), round.id(), 3);
  }

  @Test
  void aHeldRoundIsNotTakenOver() {
    tracked(Given.campaign(), 3);
    ClaimedRound round = claim();
    clock.advance(settings.lease().minusSeconds(1));

    rounds.renew(List.of(round), clock.instant());
    clock.advance(settings.lease().minusSeconds(1));

    assertThat(rounds.resume(clock.instant())).isEmpty();
  }

  private RoundRunner runner(int parallel) {
    RoundSettings own =
        new RoundSettings(
            settings.tick(),
            settings.claimsPerTick(),
            settings.lease(),
            settings.chunkMax(),
            parallel * settings.chunkMax(),
            settings.roundsMax(),
            settings.connectionsMax(),
            settings.newFor(),
            settings.waitMax());
    return new RoundRunner(clips, desk, reader, meters, own, clock);
  }

  private ClaimedRound claim() {
    return rounds.claim(Claim.now(Optional.empty()), ids.next(), clock.instant()).orElseThrow();
  }

  private List<RoundClosed> closed(UUID campaignId) {
    return wire.events(Topic.TRACKING_ROUNDS, campaignId.toString(), RoundClosed.class);
  }

  private List<ViewsUnavailable> unavailable(UUID campaignId) {
    return wire.events(Topic.VIEW_UPDATES, campaignId.toString(), ViewsUnavailable.class);
  }

  private long observations(UUID roundId) {
    return number("SELECT count(*) FROM observation WHERE reading_id = :id", roundId);
  }

  private String status(SubmissionReceived clip) {
    return text("SELECT status FROM clip WHERE id = :id", clip.submissionId());
  }

  private static Set<String> ids(List<VideoRef> videos) {
    return videos.stream().map(video -> video.key().id()).collect(Collectors.toSet());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
