package io.clipmeter.tracking.job;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.tracking.Given;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JobsIT extends JobStage {
  @Test
  void eachAddressHasAnOutcomeOfItsOwn() {
    SubmissionReceived good = Given.tiktok(UUID.randomUUID());
    SubmissionReceived gone = Given.youtube(UUID.randomUUID());
    SubmissionReceived silent =
        Given.submission(
            UUID.randomUUID(),
            Platform.INSTAGRAM,
            "CxYz_-12345",
            "https://www.instagram.com/reel/CxYz_-12345/");
    show(good, 10);
    platforms.remove(key(gone));

    JsonNode job =
        finished(
            scrape(
                good.canonicalUrl(),
                "https://vm.tiktok.com/ZMabcdef1/",
                gone.canonicalUrl(),
                "https://example.com/",
                silent.canonicalUrl(),
                good.canonicalUrl()));

    assertThat(texts(job.path("items"), "error"))
        .containsExactly(
            "",
            "platform-not-answering",
            "not-found",
            "unsupported-host",
            "provider-error",
            "duplicate");
    assertThat(texts(job.path("items"), "state"))
        .containsExactly("DONE", "FAILED", "FAILED", "FAILED", "FAILED", "FAILED");
    assertThat(job.path("job").path("state").asString()).isEqualTo("DONE");
    assertThat(job.path("job").path("done").asInt()).isEqualTo(1);
    assertThat(job.path("job").path("failed").asInt()).isEqualTo(5);
    assertThat(texts(videos(job), "videoId")).containsExactly(good.videoId());
  }

  @Test
  void aShortLinkIsReadWhereItLeads() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    show(video, 10);
    links.lead(
        "ZMleads01",
        new Resolution.Resolved(
            new VideoUrl.Video(video.platform(), video.videoId(), video.canonicalUrl())));

    JsonNode job = finished(scrape("https://vm.tiktok.com/ZMleads01/"));

    assertThat(texts(job.path("items"), "state")).containsExactly("DONE");
    assertThat(texts(videos(job), "videoId")).containsExactly(video.videoId());
  }

  @Test
  void aJobWhoseAddressesAreAllBadHasFailedAtOnce() {
    JsonNode job = scrape("rubbish", "https://example.com/");

    assertThat(job.path("job").path("state").asString()).isEqualTo("FAILED");
    assertThat(job.path("job").path("finishedAt").isNull()).isFalse();
  }

  @Test
  void aVideoIsPublishedWhenItIsNewOrChangedAndNeverTwice() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    tell(video, 10, "someone");
    finished(scrape(video.canonicalUrl()));
    eventually(() -> assertThat(observed(video)).hasSize(1));

    finished(scrape(video.canonicalUrl()));
    tell(video, 25, "someone");
    finished(scrape(video.canonicalUrl()));

    eventually(() -> assertThat(observed(video)).hasSize(2));
    assertThat(observed(video)).extracting(VideoObserved::views).containsExactly(10L, 25L);
    assertThat(jdbc.sql("SELECT count(*) FROM video").query(Long.class).single()).isOne();
  }

  @Test
  void aFailedLookUpTakesNothingAway() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    tell(video, 10, "someone");
    finished(scrape(video.canonicalUrl()));
    platforms.remove(key(video));

    JsonNode job = finished(scrape(video.canonicalUrl()));

    assertThat(texts(job.path("items"), "error")).containsExactly("not-found");
    assertThat(
            jdbc.sql("SELECT count(*) FROM video WHERE views = 10 AND unavailable IS NULL")
                .query(Long.class)
                .single())
        .isOne();
    assertThat(wire.events(Topic.VIDEOS, videoKey(video), VideoUnavailable.class)).isEmpty();
  }

  @Test
  void aCountThatCannotBeTrueIsNotTaken() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    show(video, 10);
    finished(scrape(video.canonicalUrl()));
    show(video, 0);

    JsonNode job = finished(scrape(video.canonicalUrl()));

    assertThat(texts(job.path("items"), "error")).containsExactly("implausible");
    assertThat(jdbc.sql("SELECT views FROM video").query(Long.class).single()).isEqualTo(10);
  }
}
