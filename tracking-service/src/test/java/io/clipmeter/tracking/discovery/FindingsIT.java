package io.clipmeter.tracking.discovery;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.discovery.Findings.Finding;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class FindingsIT extends Stage {
  private static final VideoFacts CAPTIONED =
      new VideoFacts(null, "A title", null, List.of(), List.of(), null, null, null);

  @Autowired private Findings findings;
  @Autowired private MeterRegistry meters;
  @Autowired private TransactionTemplate transaction;

  @Test
  void aNumberOfAnotherKindIsNeitherHeldAgainstWhatIsKnownNorPutInItsPlace() {
    SubmissionReceived submission = Given.instagram(UUID.randomUUID());
    show(submission, 5_000);
    wire.send(submission);
    eventually(() -> assertThat(views(submission)).isEqualTo(5_000));
    clock.advance(Duration.ofMinutes(1));

    for (long views : new long[] {0, 70}) {
      assertThat(found(submission, views, Counts.Kind.VIEWS)).isTrue();
      assertThat(views(submission)).isEqualTo(5_000);
    }
    assertThat(found(submission, 0, Counts.Kind.PLAYS)).isFalse();
    assertThat(found(submission, 5_001, Counts.Kind.PLAYS)).isTrue();
    assertThat(views(submission)).isEqualTo(5_001);
    eventually(
        () ->
            assertThat(
                    wire.events(
                        Topic.VIDEOS, "INSTAGRAM:" + submission.videoId(), VideoObserved.class))
                .extracting(VideoObserved::metric)
                .containsOnly(CountMetric.PLAYS)
                .hasSize(2));
  }

  @Test
  void aFirstCountThatMayBeFalseIsLeftOutUntilOneIsBelieved() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    assertThat(found(video, 0, Counts.Kind.VIEWS)).isTrue();
    clock.advance(Duration.ofMinutes(1));
    assertThat(found(video, 0, Counts.Kind.VIEWS)).isTrue();
    assertThat(views(video)).isEqualTo(-1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(found(video, 70, Counts.Kind.VIEWS)).isTrue();
    assertThat(views(video)).isEqualTo(70);

    eventually(
        () ->
            assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + video.videoId(), VideoObserved.class))
                .extracting(VideoObserved::views, VideoObserved::metric)
                .containsExactly(tuple(null, null), tuple(70L, CountMetric.VIEWS)));
  }

  @Test
  void ofAJumpAllButTheNumberIsPublishedUntilALaterFindingAgrees() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    assertThat(found(video, 1_000, Counts.Kind.VIEWS)).isTrue();
    double doubted = doubted("jump");
    clock.advance(Duration.ofHours(11));

    assertThat(found(video, 5_001_000, Counts.Kind.VIEWS, CAPTIONED)).isFalse();
    assertThat(doubted("jump")).isEqualTo(doubted + 1);
    clock.advance(Duration.ofMinutes(14));
    assertThat(found(video, 5_001_500, Counts.Kind.VIEWS, CAPTIONED)).isFalse();
    assertThat(views(video)).isEqualTo(1_000);
    clock.advance(Duration.ofMinutes(1));
    assertThat(found(video, 5_002_000, Counts.Kind.VIEWS, CAPTIONED)).isTrue();

    assertThat(views(video)).isEqualTo(5_002_000);
    eventually(
        () ->
            assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + video.videoId(), VideoObserved.class))
                .extracting(VideoObserved::views, VideoObserved::caption)
                .containsExactly(
                    tuple(1_000L, null), tuple(1_000L, "A title"), tuple(5_002_000L, "A title")));
  }

  @Test
  void aSuspicionEndsWhereSomethingElseIsBelievedAfterIt() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    assertThat(found(video, 1_000, Counts.Kind.VIEWS)).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(found(video, 5_000_000, Counts.Kind.VIEWS)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(found(video, 1_200, Counts.Kind.VIEWS)).isTrue();
    clock.advance(Duration.ofHours(1));

    assertThat(found(video, 5_000_000, Counts.Kind.VIEWS)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(found(video, 3_000_000, Counts.Kind.VIEWS)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(found(video, 3_000_000, Counts.Kind.VIEWS)).isTrue();
  }

  /** What was not believed is no count that later ones are measured by, nor is its time. */
  @Test
  void theDaysSinceTheLastBelievedCountAreGrantedWhateverWasFoundBetween() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    assertThat(found(video, 1_000, Counts.Kind.VIEWS)).isTrue();
    clock.advance(Duration.ofHours(23));
    assertThat(found(video, 9_000_000, Counts.Kind.VIEWS, CAPTIONED)).isFalse();
    clock.advance(Duration.ofHours(2));

    assertThat(found(video, 4_001_001, Counts.Kind.VIEWS)).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThat(found(video, 2_001_001, Counts.Kind.VIEWS)).isTrue();

    assertThat(views(video)).isEqualTo(2_001_001);
  }

  @Test
  void aNumberThatCannotBeIsCountedAndTheRestIsPublished() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    double doubted = doubted("implausible");

    assertThat(found(video, -5, Counts.Kind.VIEWS, CAPTIONED)).isFalse();

    assertThat(doubted("implausible")).isEqualTo(doubted + 1);
    assertThat(views(video)).isEqualTo(-1);
    eventually(
        () ->
            assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + video.videoId(), VideoObserved.class))
                .extracting(VideoObserved::views, VideoObserved::caption)
                .containsExactly(tuple(null, "A title")));
  }

  /** An emptied item has zeros everywhere. */
  @Test
  void zerosBesideAZeroThatCannotBeAreLeftOutAsWell() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    Counts counts = new Counts(50_000, 4_000L, 30L, null, null);
    assertThat(found(video, new Reading.Ok(counts, CAPTIONED))).isTrue();
    clock.advance(Duration.ofHours(1));

    Counts emptied = new Counts(0, 0L, 0L, 0L, 0L);
    assertThat(found(video, new Reading.Ok(emptied, VideoFacts.NONE))).isFalse();

    assertThat(
            jdbc.sql("SELECT facts -> 'counts' ->> 'likes' FROM video WHERE video_id = ?")
                .param(video.videoId())
                .query(String.class)
                .single())
        .isEqualTo("4000");
  }

  private double doubted(String why) {
    return meters.counter("clipmeter.tracking.found.doubted", "why", why).count();
  }

  private boolean found(SubmissionReceived submission, long views, Counts.Kind kind) {
    return found(submission, views, kind, VideoFacts.NONE);
  }

  private boolean found(
      SubmissionReceived submission, long views, Counts.Kind kind, VideoFacts facts) {
    return found(submission, new Reading.Ok(Counts.ofViews(views), facts, kind));
  }

  private boolean found(SubmissionReceived submission, Reading.Ok reading) {
    VideoRef video =
        VideoRef.of(submission.platform(), submission.videoId(), submission.canonicalUrl());
    Finding finding =
        new Finding(new FoundVideo(video, reading), Source.SIMULATED, clock.instant());
    return Boolean.TRUE.equals(
        transaction.execute(status -> findings.take(List.of(finding)).contains(video.key())));
  }

  private long views(SubmissionReceived submission) {
    return jdbc.sql("SELECT coalesce(max(views), -1) FROM video WHERE video_id = :id")
        .param("id", submission.videoId())
        .query(Long.class)
        .single();
  }
}
