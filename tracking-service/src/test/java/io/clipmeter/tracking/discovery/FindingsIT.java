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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class FindingsIT extends Stage {
  @Autowired private Findings findings;
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
  void aJumpThatNoRoundWouldBelieveIsNotPublishedUntilEnoughDaysHaveGoneBy() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    assertThat(found(video, 1_000, Counts.Kind.VIEWS)).isTrue();
    for (int look = 0; look < 2; look++) {
      clock.advance(Duration.ofHours(11));
      assertThat(found(video, 2_001_001, Counts.Kind.VIEWS)).isFalse();
      assertThat(views(video)).isEqualTo(1_000);
    }
    clock.advance(Duration.ofHours(2));

    assertThat(found(video, 2_001_001, Counts.Kind.VIEWS)).isTrue();

    assertThat(views(video)).isEqualTo(2_001_001);
    eventually(
        () ->
            assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + video.videoId(), VideoObserved.class))
                .extracting(VideoObserved::views)
                .containsExactly(1_000L, 2_001_001L));
  }

  private boolean found(SubmissionReceived submission, long views, Counts.Kind kind) {
    VideoRef video =
        VideoRef.of(submission.platform(), submission.videoId(), submission.canonicalUrl());
    Reading.Ok reading = new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE, kind);
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
