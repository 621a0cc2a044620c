package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.ADMIN;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.audit.Micros;
import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.Person;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A clipper asks for money, the admin approves, PayPal pays; the balance falls and the lifetime
 * earnings stay.
 */
final class PayOut {
  private static final BigInteger AMOUNT = Micros.of("25.00");
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
  private static final String OWN = "/api/clippers/payout-requests";
  private static final String ALL = "/api/admin/payout-requests";

  private final Dialogue dialogue;
  private final Checks checks;

  PayOut(Dialogue dialogue, Checks checks) {
    this.dialogue = dialogue;
    this.checks = checks;
  }

  /**
   * @param clippers of whom the first is paid who has enough
   */
  void run(List<Person> clippers) {
    dialogue.step(
        "A clipper requests a payout; the admin approves it, and PayPal (simulated) pays it");
    Person clipper =
        dialogue.await("clipper with 25.00 USD", TOLD_WITHIN, () -> richEnough(clippers));
    closeOpenRequests(clipper);
    Balance before = Balance.of(dialogue, clipper);
    String id = request(clipper);
    process(id, Dialogue.object().put("action", "APPROVE"));
    dialogue.remark("PayPal is sent the order, and asked until it says that it has arrived");
    dialogue.await("PAID payout", TOLD_WITHIN, () -> with(clipper, id, "PAID"));
    dialogue.get(clipper, OWN + "/" + id);
    compare(before, clipper);
  }

  private Optional<Person> richEnough(List<Person> clippers) {
    return clippers.stream()
        .filter(clipper -> Balance.of(dialogue, clipper).available().compareTo(AMOUNT) >= 0)
        .findFirst();
  }

  /**
   * An earlier walk may have been stopped in the middle, and a clipper has one open request at a
   * time.
   */
  private void closeOpenRequests(Person clipper) {
    for (JsonNode open : dialogue.all(clipper, OWN + "?status=REQUESTED")) {
      dialogue.post(clipper, OWN + "/" + open.path("id").asString() + "/cancel", null);
    }
    for (JsonNode open : dialogue.all(clipper, OWN + "?status=APPROVED")) {
      process(
          open.path("id").asString(),
          Dialogue.object()
              .put("action", "REJECT")
              .put("reason", "left over from an earlier demo"));
    }
    for (JsonNode open : dialogue.all(clipper, OWN + "?status=SENDING")) {
      String id = open.path("id").asString();
      dialogue.await("PAID payout " + id, TOLD_WITHIN, () -> with(clipper, id, "PAID"));
    }
  }

  private Optional<Answer> with(Person clipper, String id, String status) {
    Answer answer = dialogue.look(clipper, OWN + "/" + id);
    return answer.text("status").equals(status) ? Optional.of(answer) : Optional.empty();
  }

  private String request(Person clipper) {
    ObjectNode body = Dialogue.object();
    body.putObject("amount").put("amount", "25.00").put("currency", "USD");
    body.put("method", "PAYPAL");
    body.putObject("details").put("email", clipper.clientId() + "@example.org");
    Answer answer = dialogue.post(clipper, "/api/clippers/payout-request", body);
    return Dialogue.require(answer, 201).text("id");
  }

  private void process(String id, ObjectNode action) {
    Dialogue.require(dialogue.post(ADMIN, ALL + "/" + id + "/process", action), 200);
  }

  private void compare(Balance before, Person clipper) {
    Balance after = Balance.of(dialogue, clipper);
    dialogue.get(clipper, "/api/clippers/balance");
    checks.amounts("lifetime earnings stay", before.earned(), after.earned());
    checks.amounts("the balance falls", before.available().subtract(AMOUNT), after.available());
    checks.amounts("the paid sum grows", before.paid().add(AMOUNT), after.paid());
    checks.amounts("nothing is reserved any more", before.reserved(), after.reserved());
  }
}
