package io.clipmeter.local.launcher.demo;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.audit.Micros;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.Person;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Each clipper's balance was credited with every payment of the settlements, and each once. */
final class CheckBalances {
  static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
  private static final String EARNINGS = "/api/clippers/earnings";

  private final Dialogue dialogue;
  private final Checks checks;
  private final Duration toldWithin;

  CheckBalances(Dialogue dialogue, Checks checks, Duration toldWithin) {
    this.dialogue = dialogue;
    this.checks = checks;
    this.toldWithin = toldWithin;
  }

  void run(List<Person> clippers) {
    dialogue.step("The clippers' balances hold it");
    clippers.forEach(this::check);
  }

  /**
   * The balance is fed by events and may be a moment behind; other campaigns of the clipper may be
   * settled while we look, so both sides are read anew each time.
   */
  private void check(Person clipper) {
    Optional<BigInteger> agreed =
        dialogue.attempt(
            toldWithin,
            () -> Optional.of(accrued(clipper)).filter(sum -> sum.equals(credited(clipper))));
    dialogue.get(clipper, "/api/clippers/balance");
    checks.amounts(
        "all payments ever to " + clipper.clientId() + " = earned on the balance",
        agreed.orElseGet(() -> accrued(clipper)),
        agreed.orElseGet(() -> credited(clipper)));
  }

  private BigInteger accrued(Person clipper) {
    return Micros.sum(
        dialogue.all(clipper, EARNINGS).stream()
            .map(clip -> EARNINGS + "/" + clip.path("clipId").asString() + "/accruals")
            .flatMap(accruals -> dialogue.all(clipper, accruals).stream())
            .map(accrual -> accrual.path("amount"))
            .filter(CheckBalances::comparable)
            .map(Micros::of)
            .toList());
  }

  /** Amounts of other currencies, from other campaigns of the clipper, are never added. */
  static boolean comparable(JsonNode amount) {
    return amount.path("currency").asString().equals(Balance.CURRENCY);
  }

  private BigInteger credited(Person clipper) {
    return Balance.of(dialogue, clipper).earned();
  }
}
