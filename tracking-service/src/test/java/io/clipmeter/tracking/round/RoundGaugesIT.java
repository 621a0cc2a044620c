package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoundGaugesIT extends Stage {
  private static final Duration LATE = Duration.ofMinutes(5);
  @Autowired Rounds rounds;
  @Autowired RoundRunner runner;
  @Autowired Ids ids;
  @Autowired MeterRegistry meters;

  @Test
  void aRoundThatDoesNotBeginInTimeIsSeen() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    runner.run(claim());
    assertThat(gauge("campaigns.overdue")).isZero();

    clock.advance(campaign.trackingInterval().plus(LATE).minusSeconds(1));
    assertThat(gauge("campaigns.overdue")).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(gauge("campaigns.overdue")).isEqualTo(1);

    ClaimedRound late = claim();
    assertThat(gauge("campaigns.overdue")).isZero();
    assertThat(gauge("rounds.open")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(30));
    assertThat(gauge("rounds.oldest")).isEqualTo(30);
    rounds.release(List.of(late), clock.instant());
  }

  @Test
  void howLongARoundTookIsMeasuredFromItsClaim() {
    Timer duration = meters.get("clipmeter.tracking.rounds.duration").timer();
    long count = duration.count();
    double seconds = duration.totalTime(TimeUnit.SECONDS);
    tracked(Given.campaign(), 1);
    ClaimedRound round = claim();
    clock.advance(Duration.ofSeconds(40));

    runner.run(round);

    assertThat(duration.count()).isEqualTo(count + 1);
    assertThat(duration.totalTime(TimeUnit.SECONDS)).isEqualTo(seconds + 40);
    assertThat(gauge("rounds.open")).isZero();
    assertThat(gauge("rounds.oldest")).isZero();
  }

  @Test
  void everyOutcomeIsShownBeforeItIsFirstSeen() {
    assertThat(meters.get("clipmeter.tracking.readings").counters())
        .extracting(counter -> counter.getId().getTag("outcome"))
        .containsAll(Stream.of(ReadingOutcome.values()).map(Enum::name).toList());
  }

  @Test
  void viewsOfAdvertisementsAreCountedApart() {
    List<SubmissionReceived> clips = tracked(Given.campaign(), 3);
    tell(clips.get(0), 250, true);
    tell(clips.get(1), 250, false);
    tell(clips.get(2), 90, true);
    double before = sponsored();

    runner.run(claim());

    assertThat(sponsored()).isEqualTo(before + 150);
    eventually(() -> assertThat(published(clips.get(0))).containsExactly(true));
    eventually(() -> assertThat(published(clips.get(1))).containsExactly(false));
  }

  @Test
  void viewsOfAdvertisementsThatFallAndComeBackAreCountedOnce() {
    SubmissionReceived clip = tracked(Given.campaign(), 1).getFirst();
    double before = sponsored();
    List<Double> gained = new ArrayList<>();

    for (long views : new long[] {250, 180, 240, 250, 300, 90, 301}) {
      tell(clip, views, true);
      runner.run(claim());
      gained.add(sponsored() - before);
      clock.advance(Duration.ofHours(4));
    }

    assertThat(gained).containsExactly(150.0, 150.0, 150.0, 150.0, 200.0, 200.0, 201.0);
  }

  private void tell(SubmissionReceived clip, long views, boolean sponsored) {
    VideoFacts facts =
        new VideoFacts(null, null, null, List.of(), List.of(), null, null, null, sponsored);
    platforms.tell(key(clip), new Reading.Ok(Counts.ofViews(views), facts));
  }

  private List<@Nullable Boolean> published(SubmissionReceived clip) {
    List<@Nullable Boolean> all = new ArrayList<>();
    wire.events(Topic.VIDEOS, clip.platform() + ":" + clip.videoId(), VideoObserved.class)
        .forEach(video -> all.add(video.sponsored()));
    return all;
  }

  private double sponsored() {
    return meters.get("clipmeter.tracking.views.sponsored").counter().count();
  }

  private ClaimedRound claim() {
    return rounds.claim(Claim.due(BigDecimal.ONE), ids.next(), clock.instant()).orElseThrow();
  }

  private double gauge(String name) {
    return meters.get("clipmeter.tracking." + name).gauge().value();
  }
}
