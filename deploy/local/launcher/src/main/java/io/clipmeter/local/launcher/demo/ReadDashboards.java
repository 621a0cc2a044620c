package io.clipmeter.local.launcher.demo;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.audit.Micros;
import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.Person;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Each clipper's dashboard shows what was earned. */
final class ReadDashboards {
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

  private final Dialogue dialogue;
  private final Checks checks;

  ReadDashboards(Dialogue dialogue, Checks checks) {
    this.dialogue = dialogue;
    this.checks = checks;
  }

  void run(List<Person> clippers) {
    dialogue.step("The clippers' dashboards show it");
    clippers.forEach(this::check);
  }

  /**
   * The dashboard is fed by events and may be a moment behind; it counts everything that the
   * clipper ever earned.
   */
  private void check(Person clipper) {
    Optional<Boolean> caughtUp =
        dialogue.attempt(
            TOLD_WITHIN,
            () ->
                earned(clipper).equals(shown(dialogue.look(clipper, "/api/clippers/dashboard")))
                    ? Optional.of(true)
                    : Optional.empty());
    Answer dashboard = Dialogue.require(dialogue.get(clipper, "/api/clippers/dashboard"), 200);
    checks.amounts(
        "total earned on " + clipper.clientId() + "'s dashboard",
        caughtUp.isPresent() ? shown(dashboard) : earned(clipper),
        shown(dashboard));
  }

  private BigInteger earned(Person clipper) {
    return Micros.sum(
        dialogue.all(clipper, "/api/clippers/earnings").stream()
            .map(clip -> clip.path("earnings"))
            .filter(CheckBalances::comparable)
            .map(Micros::of)
            .toList());
  }

  private static BigInteger shown(Answer dashboard) {
    return Micros.of(dashboard.body().path("totalEarnings").asString("0"));
  }
}
