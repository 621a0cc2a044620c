package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.ADMIN;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.audit.FairShare;
import io.clipmeter.local.launcher.audit.Micros;
import io.clipmeter.local.launcher.audit.Payment;
import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Dialogue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Recomputes every sum of the finished campaign. */
final class CheckSums {
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

  private final Dialogue dialogue;
  private final Checks checks;

  CheckSums(Dialogue dialogue, Checks checks) {
    this.dialogue = dialogue;
    this.checks = checks;
  }

  void run(Campaign campaign, List<Clip> clips) {
    dialogue.step("The campaign is complete, and every sum is recomputed");
    awaitCompletion(campaign);
    JsonNode budget =
        Dialogue.require(dialogue.get(ADMIN, campaign.adminPath() + "/budget"), 200).body();
    Map<String, JsonNode> earnings = earnings(campaign);
    BigInteger earned =
        Micros.sum(
            earnings.values().stream().map(node -> Micros.of(node.path("earnings"))).toList());
    checks.amounts("spent = budget", campaign.budget(), Micros.of(budget.path("spent")));
    checks.amounts("earnings of all clips = budget", campaign.budget(), earned);
    checks.same("clips with earnings", clips.size(), earnings.size());
    List<Payment> payments = new ArrayList<>();
    clips.forEach(clip -> payments.addAll(checkClip(campaign, clip, earnings)));
    checkLastRound(campaign, payments);
  }

  private void awaitCompletion(Campaign campaign) {
    dialogue.await(
        "status COMPLETED of the campaign",
        TOLD_WITHIN,
        () -> {
          Answer answer = dialogue.look(ADMIN, campaign.adminPath());
          return answer.text("status").equals("COMPLETED") ? Optional.of(answer) : Optional.empty();
        });
    dialogue.get(ADMIN, campaign.adminPath());
  }

  private Map<String, JsonNode> earnings(Campaign campaign) {
    Map<String, JsonNode> earnings = new HashMap<>();
    dialogue
        .all(ADMIN, campaign.adminPath() + "/earnings")
        .forEach(clip -> earnings.put(clip.path("clipId").asString(), clip));
    return earnings;
  }

  /** Checks one clip's account and returns its payments, the oldest first. */
  private List<Payment> checkClip(Campaign campaign, Clip clip, Map<String, JsonNode> earnings) {
    JsonNode account = earnings.getOrDefault(clip.id(), Dialogue.object());
    List<Payment> payments =
        dialogue.all(clip.clipper(), "/api/clippers/earnings/" + clip.id() + "/accruals").stream()
            .map(node -> Payment.of(clip.id(), clip.initialViews(), node))
            .sorted()
            .toList();
    BigInteger total = Micros.of(account.path("earnings"));
    checks.same(
        "baseline of " + clip.label(), clip.initialViews(), account.path("baselineViews").asLong());
    checks.amounts(
        "earnings of " + clip.label() + " = sum of its payments",
        Micros.sum(payments.stream().map(Payment::amount).toList()),
        total);
    checks.amounts("its final earnings", total, finalEarnings(clip));
    for (Payment payment : payments) {
      if (!payment.rationed()) {
        checks.amounts(
            "growth of %d views at %s".formatted(payment.growth(), Micros.text(campaign.cpm())),
            Micros.worth(payment.growth(), campaign.cpm()),
            payment.total());
      }
    }
    return payments;
  }

  private BigInteger finalEarnings(Clip clip) {
    return dialogue.await(
        "final earnings of " + clip.label(),
        TOLD_WITHIN,
        () -> {
          JsonNode amount =
              dialogue
                  .look(ADMIN, "/api/admin/submissions/" + clip.id())
                  .body()
                  .path("finalEarnings");
          return amount.isObject() ? Optional.of(Micros.of(amount)) : Optional.empty();
        });
  }

  /**
   * The round that could not be paid in full: each clip has its part of the rest, to the last
   * micro-unit.
   */
  private void checkLastRound(Campaign campaign, List<Payment> payments) {
    Map<String, BigInteger> shares =
        FairShare.ofLastRound(payments, campaign.budget(), campaign.cpm());
    for (Payment payment : payments) {
      if (payment.rationed()) {
        checks.amounts(
            "share of clip " + payment.clipId() + " in the last round",
            shares.getOrDefault(payment.clipId(), BigInteger.ZERO),
            payment.amount());
      }
    }
  }
}
