package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.ADMIN;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.client.Api;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.FreshVideos;
import io.clipmeter.local.launcher.client.Person;
import io.clipmeter.local.launcher.client.Tokens;
import io.clipmeter.local.launcher.disk.PrivateFiles;
import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Failure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something to look at after the first start: a running campaign with clips that earn and one that
 * waits for review.
 */
public final class DemoData {
  private static final String NAME = "Summer";
  private static final Duration BASELINES_WITHIN = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path mark;
  private final Clock clock;
  private final Dialogue dialogue;
  private final Api simulator;

  /**
   * @param mark a file that tells that the data are loaded
   */
  public DemoData(Addresses addresses, Path mark, Clock clock) {
    Tokens tokens = new Tokens(addresses.issuer());
    this.mark = mark;
    this.clock = clock;
    this.simulator = new Api(addresses.simulator(), "", PATIENCE);
    this.dialogue =
        new Dialogue(
            person -> new Api(addresses.gateway(), tokens.of(person), PATIENCE),
            new PrintStream(OutputStream.nullOutputStream()));
  }

  /**
   * Loads what is not there yet.
   *
   * @return what is there now, for the progress line
   * @throws Failure when the suite does not do its part
   */
  public String load() {
    if (Files.exists(mark)) {
      return "loaded before";
    }
    Campaign campaign = campaign();
    List<JsonNode> submissions = submissions(campaign);
    if (submissions.isEmpty()) {
      submit(campaign);
      submissions = submissions(campaign);
    }
    List<Clip> pending =
        submissions.stream().filter(DemoData::pending).map(DemoData::clip).toList();
    ReviewVideos review = new ReviewVideos(dialogue);
    List<Clip> known = review.awaitBaselines(pending, BASELINES_WITHIN);
    review.approve(known.subList(0, Math.max(0, known.size() - 1)));
    new RunRounds(dialogue, simulator).one(campaign);
    PrivateFiles.write(mark, campaign.id() + "\n");
    return "campaign \"%s\" with %d submissions, one of them waiting for review"
        .formatted(NAME, submissions.size());
  }

  /** An earlier start may have been interrupted after it made the campaign. */
  private Campaign campaign() {
    OpenCampaign open = new OpenCampaign(dialogue);
    for (JsonNode known : dialogue.all(ADMIN, "/api/admin/campaigns")) {
      if (known.path("name").asString().equals(NAME)) {
        Campaign campaign = Campaign.of(known);
        if (known.path("status").asString().equals("DRAFT")) {
          open.publish(campaign);
        }
        return campaign;
      }
    }
    return open.run(NAME, "500.00", "2.50");
  }

  private List<JsonNode> submissions(Campaign campaign) {
    return dialogue.all(ADMIN, "/api/admin/submissions?campaignId=" + campaign.id());
  }

  private void submit(Campaign campaign) {
    FreshVideos videos =
        new FreshVideos(new SecureRandom(), clock.instant().minus(Duration.ofDays(1)));
    new SubmitVideos(dialogue, new Checks(new PrintStream(OutputStream.nullOutputStream())))
        .submitThree(campaign, videos);
  }

  private static boolean pending(JsonNode submission) {
    return submission.path("status").asString().equals("PENDING");
  }

  private static Clip clip(JsonNode submission) {
    Person clipper =
        Arrays.stream(Person.values())
            .filter(person -> person.clientId().equals(submission.path("clipperId").asString()))
            .findFirst()
            .orElse(Person.CLIPPER);
    return Clip.of(clipper, submission);
  }
}
