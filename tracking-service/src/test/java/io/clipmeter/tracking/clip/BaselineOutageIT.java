package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.order.ViewSources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Submissions whose videos a provider calls gone: for hours because it is unwell, or rightly. */
class BaselineOutageIT extends Stage {
  private static final Duration LEASE = Duration.ofMinutes(6);
  private static final int BATCH_MAX = 4;

  @Autowired private Baselines baselines;
  @Autowired private BaselineRunner runner;
  @Autowired private ViewSources sources;
  @Autowired private MeterRegistry meters;

  @BeforeEach
  void onlyWhenWeSay() {
    runner.stop();
  }

  @AfterEach
  void asBefore() {
    runner.start();
  }

  @Test
  void anOutageOfADayEndsNoSubmission() {
    List<SubmissionReceived> all = submitted(8);
    all.forEach(submission -> platforms.remove(key(submission)));

    for (int half = 0; half < 52; half++) {
      readDue();
      clock.advance(Duration.ofMinutes(30));
    }

    assertThat(all).allSatisfy(each -> assertThat(status(each)).isEqualTo("BASELINE_PENDING"));
    all.forEach(submission -> show(submission, 70));
    clock.advance(Duration.ofHours(2));
    readDue();
    assertThat(all).allSatisfy(each -> assertThat(status(each)).isEqualTo("BASELINED"));
    for (SubmissionReceived each : all) {
      eventually(
          () ->
              assertThat(wire.events(Topic.VIDEOS, topicKey(each), VideoObserved.class))
                  .hasSize(1));
      assertThat(wire.events(Topic.VIDEOS, topicKey(each), VideoUnavailable.class)).isEmpty();
    }
  }

  @Test
  void anOutageOfWeeksEndsNoneOfAFewSubmissionsAndIsSeenAndCostsLittle() {
    List<SubmissionReceived> all = submitted(2);
    all.forEach(submission -> platforms.remove(key(submission)));
    for (int hour = 0; hour < 14 * 24; hour++) {
      readDue();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(all).allSatisfy(each -> assertThat(status(each)).isEqualTo("BASELINE_PENDING"));
    assertThat(meters.get("clipmeter.tracking.gone.unproven").gauge().value()).isEqualTo(2);
    assertThat(platforms.asked(key(all.getFirst()))).isLessThan(60);
    show(all.getLast(), 70);
    clock.advance(Duration.ofDays(1));

    readDue();
    clock.advance(Duration.ofDays(1));
    readAnother();
    readDue();

    assertThat(all).extracting(this::status).containsExactly("GONE", "BASELINED");
  }

  @Test
  void aVideoThatOthersShowAndNobodyCountsIsSeenAndCostsLittle() {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.tell(key(submission), Reading.uncounted("others show it"));
    assertThat(meters.get("clipmeter.tracking.baselines.stuck").gauge().value()).isZero();

    for (int half = 0; half < 14 * 48; half++) {
      readDue();
      clock.advance(Duration.ofMinutes(30));
    }

    assertThat(status(submission)).isEqualTo("BASELINE_PENDING");
    assertThat(meters.get("clipmeter.tracking.baselines.stuck").gauge().value()).isOne();
    assertThat(platforms.asked(key(submission))).isLessThan(70);
    show(submission, 70);
    clock.advance(Duration.ofDays(1));
    readDue();
    assertThat(status(submission)).isEqualTo("BASELINED");
    assertThat(meters.get("clipmeter.tracking.baselines.stuck").gauge().value()).isZero();
  }

  @Test
  void aVideoThatNobodyHasAnItemOfCostsLittleAndIsFoundWithinTwoHours() {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.hide(key(submission));
    for (int half = 0; half < 14 * 48; half++) {
      readDue();
      clock.advance(Duration.ofMinutes(30));
    }
    assertThat(status(submission)).isEqualTo("BASELINE_PENDING");
    assertThat(platforms.asked(key(submission))).isLessThan(30 + 10 + 14 * 12);
    show(submission, 70);
    clock.advance(Duration.ofHours(2));

    readDue();

    assertThat(status(submission)).isEqualTo("BASELINED");
  }

  @Test
  void afterAnOutageOneAnswerWithoutACountPutsNoBaselineOff() {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.outage(true);
    for (int half = 0; half < 60; half++) {
      readDue();
      clock.advance(Duration.ofMinutes(30));
    }
    platforms.outage(false);
    platforms.tell(key(submission), Reading.uncounted("others show it"));
    readDue();
    show(submission, 70);
    clock.advance(Duration.ofMinutes(30));

    readDue();

    assertThat(status(submission)).isEqualTo("BASELINED");
  }

  @Test
  void anOutageInBetweenBeginsTheCountAnew() {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.tell(key(submission), Reading.uncounted("others show it"));
    for (int half = 0; half < 200; half++) {
      readDue();
      clock.advance(Duration.ofMinutes(30));
    }
    platforms.outage(true);
    clock.advance(Duration.ofDays(1));
    readDue();
    platforms.outage(false);
    clock.advance(Duration.ofMinutes(30));
    readDue();
    show(submission, 70);
    clock.advance(Duration.ofMinutes(30));

    readDue();

    assertThat(status(submission)).isEqualTo("BASELINED");
  }

  @Test
  void whatIsMadeDueWhileItIsReadStaysDue() {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.outage(true);
    readDue();
    clock.advance(Duration.ofDays(1));
    List<PendingBaseline> batch = baselines.claim(clock.instant(), LEASE, 1);
    clock.advance(Duration.ofSeconds(1));

    runner.force(key(submission));
    runner.read(Platform.TIKTOK, batch);

    assertThat(baselines.claim(clock.instant(), LEASE, 1)).hasSize(1);
  }

  /** Who took it up later says what becomes of it, and nobody hears of what the other believed. */
  @Test
  void whatAnotherHasTakenUpMeanwhileIsHisToPutOff() {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.remove(key(submission));
    readDue();
    clock.advance(Duration.ofDays(1));
    readAnother();
    List<PendingBaseline> batch = baselines.claim(clock.instant(), LEASE, 1);
    clock.advance(Duration.ofSeconds(1));
    runner.force(key(submission));
    assertThat(baselines.claim(clock.instant(), LEASE, 1)).hasSize(1);

    runner.read(Platform.TIKTOK, batch);

    assertThat(status(submission)).isEqualTo("BASELINE_PENDING");
    assertThat(baselines.claim(clock.instant(), LEASE, 1)).as("still the other's").isEmpty();
    clock.advance(LEASE);
    assertThat(baselines.claim(clock.instant(), LEASE, 1)).as("due all the same").hasSize(1);
    assertThat(wire.events(Topic.VIDEOS, topicKey(submission), VideoUnavailable.class)).isEmpty();
  }

  static Stream<Reading> shown() {
    return Stream.of(
        new Reading.Ok(new Counts(10, 1_000L, null, null, null), VideoFacts.NONE),
        Reading.uncounted("others show it"));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void aVideoThatWasShownInBetweenHasToBeGoneAnew(Reading shown) {
    SubmissionReceived submission = submitted(1).getFirst();
    platforms.remove(key(submission));
    readDue();
    platforms.tell(key(submission), shown);
    clock.advance(Duration.ofHours(1));
    readDue();
    clock.advance(Duration.ofMinutes(20));
    readDue();
    clock.advance(Duration.ofHours(23).minusMinutes(20));
    readAnother();
    platforms.remove(key(submission));

    readDue();

    assertThat(status(submission)).isEqualTo("BASELINE_PENDING");
    clock.advance(Duration.ofHours(24));
    readAnother();
    readDue();
    assertThat(status(submission)).isEqualTo("GONE");
    eventually(
        () ->
            assertThat(wire.events(Topic.VIDEOS, topicKey(submission), VideoUnavailable.class))
                .hasSize(1));
  }

  private List<SubmissionReceived> submitted(int submissions) {
    List<SubmissionReceived> all =
        Stream.generate(() -> Given.tiktok(UUID.randomUUID())).limit(submissions).toList();
    all.forEach(wire::send);
    eventually(
        () ->
            assertThat(all)
                .allSatisfy(each -> assertThat(status(each)).isEqualTo("BASELINE_PENDING")));
    return all;
  }

  private void readAnother() {
    SubmissionReceived other = Given.tiktok(UUID.randomUUID());
    show(other, 70);
    sources.readFirst(
        Platform.TIKTOK,
        List.of(VideoRef.of(other.platform(), other.videoId(), other.canonicalUrl())));
  }

  /** One to four at a time, as they come in. */
  private void readDue() {
    for (int size = 1; ; size = size % BATCH_MAX + 1) {
      List<PendingBaseline> batch = baselines.claim(clock.instant(), LEASE, size);
      if (batch.isEmpty()) {
        return;
      }
      runner.read(Platform.TIKTOK, batch);
    }
  }

  private String status(SubmissionReceived submission) {
    return text("SELECT status FROM clip WHERE id = :id", submission.submissionId());
  }

  private static String topicKey(SubmissionReceived submission) {
    return submission.platform() + ":" + submission.videoId();
  }
}
