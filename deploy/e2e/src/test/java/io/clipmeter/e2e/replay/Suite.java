package io.clipmeter.e2e.replay;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The running suite as a brand's admin and the clippers see it, who share the videos. */
public record Suite(Caller admin, List<Caller> clippers, Caller simulator) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration CREDITED_WITHIN = Duration.ofMinutes(1);

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
    return clipperOf(video)
        .post("/api/clippers/submissions", body)
        .require(201)
        .get("id")
        .asString();
  }

  /** Whose video it is; the same one each time. */
  Caller clipperOf(Video video) {
    return clippers.get(Math.floorMod(video.id().hashCode(), clippers.size()));
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

  /**
   * What a clipper's balance was credited for these campaigns, in micro-units: what it holds beyond
   * what the clipper's other clips have earned.
   *
   * @param computed what it must be; waited for, because the balance hears of it by events
   */
  BigInteger credited(Caller clipper, Set<String> campaigns, BigInteger computed) {
    try {
      return await()
          .atMost(CREDITED_WITHIN)
          .until(() -> credited(clipper, campaigns), computed::equals);
    } catch (ConditionTimeoutException differs) {
      return credited(clipper, campaigns);
    }
  }

  private BigInteger credited(Caller clipper, Set<String> campaigns) {
    BigInteger others =
        clipper.all("/api/clippers/earnings").stream()
            .filter(clip -> !campaigns.contains(clip.get("campaignId").asString()))
            .map(clip -> dollars(clip.get("earnings")))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return clipper
        .get("/api/clippers/balance")
        .require(200)
        .get("items")
        .valueStream()
        .map(balance -> dollars(balance.get("earned")))
        .reduce(BigInteger.ZERO, BigInteger::add)
        .subtract(others);
  }

  private static BigInteger dollars(JsonNode amount) {
    return amount.get("currency").asString().equals("USD")
        ? micros(amount.get("amount").asString())
        : BigInteger.ZERO;
  }

  static BigInteger micros(String amount) {
    return new BigDecimal(amount).movePointRight(6).toBigIntegerExact();
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
