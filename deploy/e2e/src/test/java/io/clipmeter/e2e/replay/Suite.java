package io.clipmeter.e2e.replay;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The running suite as a brand's admin and one clipper see it. */
public record Suite(Caller admin, Caller clipper, Caller simulator) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Makes a campaign and publishes it; returns its id. */
  String campaign(String budget, String cpm) {
    ObjectNode terms = Caller.object().put("name", "Replay " + budget).put("cpm", cpm);
    terms.putObject("budget").put("amount", budget).put("currency", "USD");
    terms.putArray("platforms").add("YOUTUBE").add("TIKTOK").add("INSTAGRAM");
    terms.put("sharedVideos", true).put("trackingInterval", "PT24H");
    String id = admin.post("/api/admin/campaigns", terms).require(201).get("id").asString();
    admin.post("/api/admin/campaigns/" + id + "/publish", Caller.object()).require(200);
    return id;
  }

  /** Submits a video; returns the submission's id. */
  String submit(String campaign, Video video) {
    ObjectNode body = Caller.object().put("campaignId", campaign).put("url", video.url());
    return clipper.post("/api/clippers/submissions", body).require(201).get("id").asString();
  }

  /** Waits for the baseline, approves, and returns the baseline. */
  long approve(String submission) {
    String path = "/api/admin/submissions/" + submission;
    JsonNode known =
        await()
            .atMost(PATIENCE)
            .until(() -> admin.get(path).require(200), s -> s.path("initialViews").isNumber());
    admin.post(path + "/approve", Caller.object()).require(200);
    return known.get("initialViews").asLong();
  }

  /**
   * Has one more round read, and waits until it is settled.
   *
   * @param before how many there were
   * @param clips how many clips the round must know at least
   */
  void round(String campaign, long before, int clips) {
    await().atMost(PATIENCE).until(() -> completed(campaign) || readBy(campaign, before, clips));
    await().atMost(PATIENCE).until(() -> settled(campaign));
  }

  private boolean readBy(String campaign, long before, int clips) {
    ObjectNode body = Caller.object().put("campaignId", campaign);
    admin.post("/api/view-tracking/update?wait=PT30S", body);
    return rounds(campaign).stream()
        .filter(round -> round.path("closedAt").isString())
        .filter(round -> round.get("number").asLong() > before)
        .anyMatch(round -> round.get("clips").asInt() >= clips);
  }

  private boolean settled(String campaign) {
    JsonNode budget = budget(campaign);
    long known = budget.get("roundsSettled").asLong() + budget.get("roundsHeld").asLong();
    return completed(campaign) || known >= closedRounds(campaign);
  }

  /** How many rounds of the campaign are read to their end. */
  long closedRounds(String campaign) {
    return rounds(campaign).stream().filter(r -> r.path("closedAt").isString()).count();
  }

  private List<JsonNode> rounds(String campaign) {
    return admin.all("/api/view-tracking/rounds?campaignId=" + campaign);
  }

  JsonNode budget(String campaign) {
    return admin.get("/api/admin/campaigns/" + campaign + "/budget").require(200);
  }

  /** Whether the budget is spent. */
  boolean completed(String campaign) {
    return budget(campaign).path("completedAt").isString();
  }

  /** What each clip has earned. */
  List<JsonNode> earnings(String campaign) {
    return admin.all("/api/admin/campaigns/" + campaign + "/earnings");
  }

  /** The day that the platforms show now. */
  String day() {
    return simulator.get("/simulator/state").require(200).get("day").asString();
  }

  /** Moves the platforms on; nothing when the recording is over. */
  Optional<String> tick() {
    Caller.Answer answer = simulator.post("/simulator/tick", Caller.object());
    return answer.status() == 409
        ? Optional.empty()
        : Optional.of(answer.require(200).get("day").asString());
  }
}
