package io.clipmeter.local.launcher.demo;

import io.clipmeter.local.launcher.audit.Micros;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.Person;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/**
 * What the payout service keeps for a clipper in the currency of the demo; all in micro-units.
 *
 * @param earned in a lifetime
 */
record Balance(BigInteger earned, BigInteger reserved, BigInteger paid, BigInteger available) {
  static final String CURRENCY = "USD";

  /** Nothing where the payout service has not heard of the clipper yet. */
  static Balance of(Dialogue dialogue, Person clipper) {
    JsonNode balances =
        Dialogue.require(dialogue.look(clipper, "/api/clippers/balance"), 200).body();
    for (JsonNode balance : balances.path("items")) {
      if (balance.path("currency").asString().equals(CURRENCY)) {
        return of(balance);
      }
    }
    return of(Dialogue.object());
  }

  private static Balance of(JsonNode balance) {
    return new Balance(
        Micros.of(balance.path("earned")),
        Micros.of(balance.path("reserved")),
        Micros.of(balance.path("paid")),
        Micros.of(balance.path("available")));
  }
}
