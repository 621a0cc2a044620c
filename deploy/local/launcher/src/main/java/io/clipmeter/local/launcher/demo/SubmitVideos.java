package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.CLIPPER;
import static io.clipmeter.local.launcher.client.Person.CLIPPER2;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.FreshVideos;
import io.clipmeter.local.launcher.client.Person;
import io.clipmeter.local.launcher.home.Failure;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clippers submit videos of all three platforms; what is no video, or is there already, is refused.
 */
final class SubmitVideos {
  private static final String PATH = "/api/clippers/submissions";

  private final Dialogue dialogue;
  private final Checks checks;

  SubmitVideos(Dialogue dialogue, Checks checks) {
    this.dialogue = dialogue;
    this.checks = checks;
  }

  List<Clip> run(Campaign campaign, FreshVideos videos) {
    dialogue.step("Clippers submit a TikTok, a YouTube and an Instagram video");
    List<Clip> clips = submitThree(campaign, videos);
    String sameVideo = "https://youtu.be/" + clips.get(1).videoId() + "?si=x";
    refuse(campaign, "the same video in another spelling", sameVideo, 409);
    refuse(campaign, "a page that is no video", "https://www.youtube.com/@somebody", 422);
    return clips;
  }

  /** One video of each platform, two by one clipper and one by the other. */
  List<Clip> submitThree(Campaign campaign, FreshVideos videos) {
    return List.of(
        submit(CLIPPER, campaign, videos.tikTokUrl("alice")),
        submit(CLIPPER2, campaign, "https://www.youtube.com/shorts/" + videos.youTubeId()),
        submit(CLIPPER, campaign, videos.instagramUrl()));
  }

  private Clip submit(Person who, Campaign campaign, String url) {
    Answer answer = dialogue.post(who, PATH, body(campaign, url));
    boolean submittedBefore = answer.status() == 409 && answer.repeated();
    return Clip.of(
        who, submittedBefore ? submittedBefore(who, url) : Dialogue.require(answer, 201).body());
  }

  /** The first copy of a repeated request did arrive: what is "there already" is our own. */
  private JsonNode submittedBefore(Person who, String url) {
    return dialogue.all(who, PATH).stream()
        .filter(submission -> url.contains(submission.path("videoId").asString()))
        .findFirst()
        .orElseThrow(() -> new Failure("The video is somebody else's: " + url));
  }

  private void refuse(Campaign campaign, String what, String url, int status) {
    Answer answer = dialogue.post(CLIPPER, PATH, body(campaign, url));
    checks.same(
        what + " is refused (" + answer.problem() + ") with status", status, answer.status());
  }

  private static ObjectNode body(Campaign campaign, String url) {
    return Dialogue.object().put("campaignId", campaign.id()).put("url", url);
  }
}
