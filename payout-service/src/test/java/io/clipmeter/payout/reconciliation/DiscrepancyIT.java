package io.clipmeter.payout.reconciliation;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.at;
import static io.clipmeter.payout.EarningsTopic.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.Api;
import java.time.Duration;
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
