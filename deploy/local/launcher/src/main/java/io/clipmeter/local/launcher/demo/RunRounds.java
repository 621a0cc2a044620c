package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.ADMIN;

import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Api;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.home.Failure;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Views grow, rounds read them, settlements pay for them, until the budget is spent. */
final class RunRounds {
  private static final int ROUNDS_MAX = 60;
  private static final Duration CLAIMED_WITHIN = Duration.ofMinutes(1);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);

  private final Dialogue dialogue;
  private final Api simulator;

  RunRounds(Dialogue dialogue, Api simulator) {
    this.dialogue = dialogue;
    this.simulator = simulator;
  }

  void untilBudgetIsSpent(Campaign campaign) {
    dialogue.step("Rounds read the views and settlements pay for their growth");
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      JsonNode budget = one(campaign);
      dialogue.remark(
          "%d rounds settled: spent %s, remaining %s"
              .formatted(
                  budget.path("roundsSettled").asLong(),
                  budget.path("spent").path("amount").asString(),
                  budget.path("remaining").path("amount").asString()));
      if (complete(budget)) {
        return;
      }
    }
    throw new Failure("The budget is not spent after " + ROUNDS_MAX + " rounds.");
  }

  /**
   * Moves the views on, asks for a round and waits until it is settled; returns where the budget
   * stands then.
   */
  JsonNode one(Campaign campaign) {
    long settledBefore = budget(campaign).map(RunRounds::done).orElse(0L);
    if (!simulator.post("/simulator/tick", null).ok()) {
      throw new Failure("The simulator does not tick.");
    }
    dialogue.await("round of the campaign", CLAIMED_WITHIN, () -> claim(campaign));
    return dialogue.await(
        "settlement of the round",
        SETTLED_WITHIN,
        () -> budget(campaign).filter(budget -> complete(budget) || done(budget) > settledBefore));
  }

  /**
   * Nothing where the tracking service has not heard of the campaign yet, or is reading it right
   * now.
   */
  private Optional<JsonNode> claim(Campaign campaign) {
    Answer update =
        dialogue.post(
            ADMIN, "/api/view-tracking/update", Dialogue.object().put("campaignId", campaign.id()));
    if (update.status() != 404) {
      Dialogue.require(update, 200);
    }
    JsonNode rounds = update.body().path("rounds");
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds);
  }

  private Optional<JsonNode> budget(Campaign campaign) {
    Answer answer = dialogue.look(ADMIN, campaign.adminPath() + "/budget");
    return answer.ok() ? Optional.of(answer.body()) : Optional.empty();
  }

  /** A round that is held waits for unreadable clips; the next round lets it go on. */
  private static long done(JsonNode budget) {
    return budget.path("roundsSettled").asLong() + budget.path("roundsHeld").asLong();
  }

  private static boolean complete(JsonNode budget) {
    return budget.path("completedAt").isString();
  }
}
