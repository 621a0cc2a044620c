package io.clipmeter.tracking.posted;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.post.PostStage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Ayrshare gives views of Instagram, whose clips are counted in plays: two numbers of one video.
 */
class PostedKindIT extends PostStage {
  private static final String CODE = "DK5_tcAIDr_";
  private static final String URL = "https://www.instagram.com/reel/" + CODE + "/";

  @Autowired PostRunner runner;

  @BeforeEach
  void onInstagram() {
    String profile =
        id(
            service.post(
                "/api/admin/ayrshare-profiles", "{\"title\":\"Two\",\"profileKey\":\"KEY-2\"}"));
    account = account("INSTAGRAM", "id-9", "\"" + profile + "\"");
    id(
        service.post(
            POSTS,
            post(
                upload(",\"status\":\"POSTED\",\"postId\":\"i-1\"")
                    .replace("TIKTOK", "INSTAGRAM"))));
  }

  @Test
  void whatIsPublishedInPlaysIsNotOverwrittenInViews() {
    baseline(5_000);
    showViews(900);

    runner.run();

    assertThat(posted().path("views").asLong()).isEqualTo(900);
    assertThat(posted().path("countKind").asString()).isEqualTo("VIEWS");
    eventually(() -> assertThat(news().getLast().postedFor()).contains(campaign.campaignId()));
    assertThat(news().getLast().views()).isEqualTo(5_000);
    assertThat(news().getLast().source()).isEqualTo(Source.SIMULATED);
    showViews(901);
    runner.run();
    assertThat(posted().path("views").asLong()).isEqualTo(901);
    assertThat(published()).isEqualTo(5_000);
  }

  @Test
  void aNumberIsHeldAgainstThoseOfItsOwnKindAlone() {
    baseline(5_000);
    showViews(0);
    runner.run();
    assertThat(posted().path("views").asLong()).isZero();
    showViews(900);
    runner.run();
    showViews(0);

    runner.run();

    assertThat(posted().path("views").asLong()).isEqualTo(900);
  }

  @Test
  void playsAreNoJumpOverViews() {
    showViews(900);
    runner.run();
    assertThat(published()).isEqualTo(900);

    baseline(300_000_000);

    assertThat(published()).isEqualTo(300_000_000);
  }

  private void baseline(long plays) {
    SubmissionReceived submission =
        Given.submission(UUID.randomUUID(), Platform.INSTAGRAM, CODE, URL);
    show(submission, plays);
    wire.send(submission);
    eventually(
        () ->
            assertThat(text("SELECT status FROM clip WHERE id = :id", submission.submissionId()))
                .isEqualTo("BASELINED"));
  }

  private static void showViews(long views) {
    AYRSHARE.answer(
        "i-1",
        "instagram",
        AyrshareStub.success("instagram", "17900", URL, "{\"viewsCount\":" + views + "}"));
  }

  private JsonNode posted() {
    return service
        .get("/api/admin/posted-videos?campaignId=" + campaign.campaignId())
        .json()
        .path("items")
        .path(0);
  }

  private long published() {
    return jdbc.sql("SELECT views FROM video WHERE video_id = :id")
        .param("id", CODE)
        .query(Long.class)
        .single();
  }

  private List<VideoObserved> news() {
    return wire.events(Topic.VIDEOS, "INSTAGRAM:" + CODE, VideoObserved.class).stream()
        .filter(
            video -> video.postedFor() != null && video.postedFor().contains(campaign.campaignId()))
        .toList();
  }
}
