package io.clipmeter.payout.reconciliation;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.at;
import static io.clipmeter.payout.EarningsTopic.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic.Said;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which differences there are besides those that a statement shows, and who clears them up. */
class DiscrepancyIT extends ReconciliationStage {
  @Test
  void aMinuteThatIsLeftOutIsFoundWhenOthersAnHourLaterAreStated() {
    String other = newClipper();
    say(at("2025-06-02T12:00:00Z", accrual(UUID.randomUUID(), clipper, "30", "USD")));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 0);
    say(
        stated(other, "2025-05-31T12:00:00Z", 1, "1", "0", "0", "0"),
        stated(other, "2025-06-02T13:00:00Z", 1, "1", "0", "0", "0"));
    awaitStated(other, 2);
    watch.look();
    assertThat(discrepancies(true)).isEmpty();

    say(stated(other, "2025-06-02T13:01:00Z", 1, "1", "0", "0", "0"));
    awaitStated(other, 3);
    postedAgo("9 minutes 50 seconds");
    watch.look();
    assertThat(discrepancies(true)).isEmpty();
    postedAgo("10 minutes");
    watch.look();
    watch.look();

    JsonNode found = discrepancies(true).getFirst();
    assertThat(found.get("stated").isNull()).isTrue();
    assertThat(found.get("agreesNow").asBoolean()).isFalse();
    assertThat(clipper(clipper).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(resolve("anna", "k", found, "x").status()).isEqualTo(200);
    watch.look();
    assertThat(discrepancies(true)).isEmpty();
  }

  /** As while an outage is caught up, when partitions are read at different speeds. */
  private void postedAgo(String time) {
    sql.sql("UPDATE earning_minute SET posted_at = now() - ?::interval WHERE clipper_id = ?")
        .params(time, clipper)
        .update();
  }

  @Test
  void whatIsPostedOfAMinuteLaterKeepsItFromBeingMissed() {
    String other = newClipper();
    say(at("2025-06-02T12:00:00Z", accrual(UUID.randomUUID(), clipper, "30", "USD")));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 0);
    postedAgo("10 minutes");
    say(
        at("2025-06-02T12:00:00Z", accrual(UUID.randomUUID(), clipper, "1", "USD")),
        stated(other, "2025-05-31T12:00:00Z", 1, "1", "0", "0", "0"),
        stated(other, "2025-06-02T13:01:00Z", 1, "1", "0", "0", "0"));
    awaitStated(other, 2);
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 30_000_000);
    watch.look();
    assertThat(discrepancies(true)).isEmpty();
  }

  @Test
  void whatWasPostedBeforeTheFirstStatementOfAllIsNotMissed() {
    say(at("2025-05-01T12:00:00Z", accrual(UUID.randomUUID(), clipper, "30", "USD")));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") > 0);
    String other = newClipper();
    say(stated(other, "2025-06-02T12:30:00Z", 1, "1", "0", "0", "0"));
    awaitStated(other, 1);

    watch.look();

    assertThat(discrepancies(true)).isEmpty();
  }

  @Test
  void whatHappenedBeforeBothSidesWereKeptIsNotCompared() {
    sql.sql("UPDATE reconciliation_start SET started_at = '2025-06-01T12:01:00Z'").update();
    try {
      say(earned("30"), stated(clipper, MINUTE, 7, "30", "0", "0", "0"));
      say(at("2025-06-01T12:01:00Z", accrual(UUID.randomUUID(), clipper, "1", "USD")));
      say(stated(clipper, "2025-06-01T12:01:00Z", 1, "1", "0", "0", "0"));
      awaitStated(1);

      assertThat(discrepancies(false)).isEmpty();
      assertThat(earnedMicros(clipper, "USD")).isEqualTo(31_000_000);
    } finally {
      sql.sql("UPDATE reconciliation_start SET started_at = 'epoch'").update();
    }
  }

  @Test
  void whatWasPostedTooMuchIsCorrectedByTwoAdminsOnce() {
    say(earned("30"), earned("30"), stated(clipper, MINUTE, 1, "30", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();

    Answer proposed = correct("anna", "a", found, "-30.00");
    assertThat(proposed.json().get("resolvedAt").isNull()).isTrue();
    assertThat(clipper(clipper).balance("USD")).isEqualTo("60.00/0.00/0.00/60.00");
    assertThat(correct("anna", "b", found, "-30").problem()).isEqualTo("second-admin-required");
    assertThat(correct("bert", "c", found, "-20").status()).isEqualTo(200);
    assertThat(correct("bert", "d", found, "-20").problem()).isEqualTo("second-admin-required");
    assertThat(correct("anna", "e", found, "-30").status()).isEqualTo(200);
    assertThat(discrepancies(true)).hasSize(1);
    assertThat(correct(clipper, "f", found, "-30").problem()).isEqualTo("own-discrepancy");

    Answer corrected = correct("bert", "g", found, "-30");
    assertThat(corrected.json().get("resolvedBy").asString()).isEqualTo("bert");
    assertThat(corrected.json().get("proposedBy").asString()).isEqualTo("anna");
    assertThat(correct("bert", "g", found, "-30").text()).isEqualTo(corrected.text());
    assertThat(correct("anna", "h", found, "-30").problem()).isEqualTo("discrepancy-resolved");
    assertThat(clipper(clipper).balance("USD")).isEqualTo("30.00/0.00/0.00/30.00");
    assertThat(discrepancies(true)).isEmpty();
    assertThat(clipper(clipper).requestPayout("30").status()).isEqualTo(201);
  }

  @Test
  void whatWasProposedIsNotPostedWhereNothingIsToBeCorrected() {
    say(earned("30"), stated(clipper, MINUTE, 2, "60", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    assertThat(correct("anna", "a", found, "30").status()).isEqualTo(200);
    for (String none : List.of("0", "-0.00", "x", "1.0000001", "+1")) {
      assertThat(correct("bert", none, found, none).status()).as(none).isEqualTo(400);
    }

    Answer resolved = resolve("bert", "b", found, "the event was sent again");
    assertThat(resolved.json().get("correction").isNull()).isTrue();
    assertThat(clipper(clipper).balance("USD")).isEqualTo("30.00/0.00/0.00/30.00");
  }

  @Test
  void whatWasCorrectedAndIsPostedAfterAllStopsPayoutsUntilItIsCorrectedBack() {
    Said lost = earned("5");
    Said statement = stated(clipper, MINUTE, 2, "35", "0", "0", "0");
    say(earned("30"), statement);
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    assertThat(correct("anna", "a", found, "5").status()).isEqualTo(200);
    assertThat(correct("bert", "b", found, "5").json().get("agreesNow").asBoolean()).isTrue();
    assertThat(clipper(clipper).balance("USD")).isEqualTo("35.00/0.00/0.00/35.00");

    say(lost);
    await().atMost(Duration.ofSeconds(30)).until(() -> !discrepancies(true).isEmpty());
    JsonNode twice = discrepancies(true).getFirst();
    assertThat(twice.at("/posted/earned/amount").asString()).isEqualTo("40.00");
    assertThat(twice.at("/stated/earned/amount").asString()).isEqualTo("35.00");
    assertThat(twice.get("agreesNow").asBoolean()).isFalse();
    assertThat(clipper(clipper).requestPayout("20").problem()).isEqualTo("earnings-in-question");

    assertThat(correct("anna", "c", twice, "-5").status()).isEqualTo(200);
    assertThat(correct("bert", "d", twice, "-5").json().get("agreesNow").asBoolean()).isTrue();
    say(statement.as(UUID.randomUUID()), lost.as(UUID.randomUUID()), lastOf("CHF"));
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "CHF") > 0);
    assertThat(discrepancies(true)).isEmpty();
    assertThat(clipper(clipper).balance("USD")).isEqualTo("35.00/0.00/0.00/35.00");
    assertThat(clipper(clipper).requestPayout("35").status()).isEqualTo(201);
  }

  @Test
  void nothingIsCorrectedBeyondWhatDiffersByNow() {
    Said lost = earned("5");
    say(earned("30"), stated(clipper, MINUTE, 2, "35", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    for (String beyond : List.of("5.000001", "-0.000001", "-5")) {
      assertThat(correct("anna", beyond, found, beyond).problem())
          .as(beyond)
          .isEqualTo("correction-beyond-difference");
    }
    assertThat(correct("anna", "a", found, "5").status()).isEqualTo(200);
    say(lost);
    await().atMost(Duration.ofSeconds(30)).until(() -> earnedMicros(clipper, "USD") == 35_000_000);

    Answer late = correct("bert", "b", found, "5");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("correction-beyond-difference");
    assertThat(late.json().at("/difference/amount").asString()).isEqualTo("0.00");
    assertThat(clipper(clipper).balance("USD")).isEqualTo("35.00/0.00/0.00/35.00");
    assertThat(resolve("bert", "c", found, "the record was sent again").status()).isEqualTo(200);
  }

  @Test
  void whyEachAdminSaidSoStays() {
    say(earned("30"), stated(clipper, MINUTE, 2, "60", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    assertThat(correct("carl", "a", found, "10", "half a guess").status()).isEqualTo(200);
    assertThat(correct("anna", "b", found, "30", "the record is lost").status()).isEqualTo(200);
    JsonNode corrected = correct("bert", "c", found, "30", "I have looked, too").json();

    assertThat(corrected.get("proposedReason").asString()).isEqualTo("the record is lost");
    assertThat(corrected.get("reason").asString()).isEqualTo("I have looked, too");
    assertThat(audit(found))
        .containsExactly(
            "carl PROPOSE 10.00 USD: half a guess",
            "anna PROPOSE 30.00 USD: the record is lost",
            "bert CORRECT 30.00 USD: I have looked, too");
  }

  @Test
  void whoClearedUpWithoutACorrectionStays() {
    say(earned("30"), stated(clipper, MINUTE, 2, "60", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    assertThat(resolve("anna", "a", found, "sent again").status()).isEqualTo(200);
    assertThat(audit(found)).containsExactly("anna CLEAR_UP sent again");
    assertThat(admin("anna").get(PATH + "/" + UUID.randomUUID() + "/audit").problem())
        .isEqualTo("discrepancy-not-found");
    assertThat(clipper(clipper).get(PATH + "/" + found.get("id").asString() + "/audit").status())
        .isEqualTo(403);
  }

  private List<String> audit(JsonNode discrepancy) {
    String path = PATH + "/" + discrepancy.get("id").asString() + "/audit";
    return admin("anna")
        .get(path)
        .json()
        .get("items")
        .valueStream()
        .map(
            item ->
                String.join(
                    " ",
                    item.get("actor").asString(),
                    item.get("action").asString(),
                    item.get("reason").asString()))
        .toList();
  }

  /** When it has arrived, all before it have. */
  private Said lastOf(String currency) {
    return accrual(UUID.randomUUID(), clipper, "1", currency);
  }

  private Answer correct(String admin, String key, JsonNode discrepancy, String correction) {
    return correct(admin, key, discrepancy, correction, "x");
  }

  private Answer correct(
      String admin, String key, JsonNode discrepancy, String correction, String reason) {
    return admin(admin)
        .post(
            PATH + "/" + discrepancy.get("id").asString() + "/resolve",
            key + clipper,
            "{\"reason\":\"" + reason + "\",\"correction\":\"" + correction + "\"}");
  }

  @Test
  void onlyAnotherAdminClearsUpAndSaysWhy() {
    say(stated(clipper, MINUTE, 1, "30", "0", "0", "0"));
    awaitStated(1);
    JsonNode found = discrepancies(true).getFirst();
    String path = PATH + "/" + found.get("id").asString() + "/resolve";

    assertThat(clipper(clipper).post(path, "k", "{\"reason\":\"x\"}").status()).isEqualTo(403);
    assertThat(clipper(clipper).get(PATH).status()).isEqualTo(403);
    assertThat(resolve(clipper, "k", found, "x").problem()).isEqualTo("own-discrepancy");
    Api anna = admin("anna");
    assertThat(anna.post(path, "{\"reason\":\"x\"}").status()).isEqualTo(400);
    assertThat(anna.post(path, "k", "{\"reason\":\" \"}").status()).isEqualTo(400);
    assertThat(anna.post(path, "k", "{\"reason\":\"\\u0000\"}").status()).isEqualTo(400);
    assertThat(anna.post(path, "k", "{}").status()).isEqualTo(400);
    assertThat(
            anna.post(PATH + "/" + UUID.randomUUID() + "/resolve", "k", "{\"reason\":\"x\"}")
                .problem())
        .isEqualTo("discrepancy-not-found");
    assertThat(anna.get(PATH + "?clipperId=%00").status()).isEqualTo(400);
    assertThat(anna.get(PATH + "?open=maybe").status()).isEqualTo(400);
    assertThat(discrepancies(true)).hasSize(1);
  }
}
