package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.Rounds.Claim;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an instance has in hand at a time is bounded, however much is due. */
class InHandIT extends Stage {
  private static final String DECIDED =
      "SELECT count(*) FROM round_clip WHERE round_id = :id AND outcome IS NOT NULL";

  @Autowired Rounds rounds;
  @Autowired RoundClips clips;
  @Autowired RoundDesk desk;
  @Autowired RoundMeters meters;
  @Autowired RoundSettings settings;
  @Autowired RoundReader reader;
  @Autowired Ids ids;

  @Test
  void aLargeCampaignIsReadAFewClipsAtATime() {
    tracked(Given.campaign(), 60);
    ClaimedRound round = claim();
    AtomicLong asked = new AtomicLong();
    AtomicLong most = new AtomicLong();
    platforms.before(
        videos -> {
          long soFar = asked.addAndGet(videos.size());
          most.accumulateAndGet(soFar - number(DECIDED, round.id()), Math::max);
        });

    runner(bounded(20, 500)).run(round);

    assertThat(number(DECIDED, round.id())).isEqualTo(60);
    assertThat(most.get()).isBetween(10L, 20L);
  }

  @Test
  void thereIsRoomForSoManyRounds() {
    tracked(Given.campaign(), 1);
    RoundSettings two = bounded(20, 2);
    RunningRounds running = new RunningRounds(rounds, runner(two), meters, two, clock);
    CountDownLatch go = new CountDownLatch(1);
    platforms.before(videos -> await(go));

    assertThat(running.room()).isEqualTo(2);
    running.begin(claim());
    assertThat(running.room()).isEqualTo(1);
    go.countDown();
    eventually(() -> assertThat(running.room()).isEqualTo(2));
  }

  private RoundRunner runner(RoundSettings own) {
    return new RoundRunner(clips, desk, reader, meters, own, clock);
  }

  private RoundSettings bounded(int clipsMax, int roundsMax) {
    return new RoundSettings(
        settings.tick(),
        settings.claimsPerTick(),
        settings.lease(),
        settings.chunkMax(),
        clipsMax,
        roundsMax,
        settings.connectionsMax(),
        settings.newFor(),
        settings.waitMax());
  }

  private ClaimedRound claim() {
    return rounds.claim(Claim.now(Optional.empty()), ids.next(), clock.instant()).orElseThrow();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
