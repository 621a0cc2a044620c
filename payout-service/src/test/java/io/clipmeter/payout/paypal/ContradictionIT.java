package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.Api.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What PayPal says the contrary of is told of, without its webhook, until somebody takes note. */
class ContradictionIT extends PayPalStage {
  private static final String PATH = "/api/admin/payout-requests/";

  @Autowired private MeterRegistry meters;
  private final String id = newClipper();

  @Test
  void aPaymentThatIsTakenBackIsToldOfUntilAnAdminTakesNote() {
    UUID payout = paid();
    assertThat(contradictions()).isEmpty();
    says(payout, "RETURNED");

    JsonNode found = contradictions().getFirst();
    assertThat(found.get("status").asString()).isEqualTo("PAID");
    assertThat(found.get("itemStatus").asString()).isEqualTo("RETURNED");
    awaitGauge();
    Answer noted = acknowledge("anna", "k", payout, "Paid again by hand");
    assertThat(noted.status()).isEqualTo(200);
    assertThat(acknowledge("anna", "k", payout, "Paid again by hand").text())
        .isEqualTo(noted.text());
    assertThat(contradictions()).isEmpty();
    awaitGauge();
    assertThat(admin("anna").get(PATH + payout + "/audit").text())
        .contains("ACKNOWLEDGE")
        .contains("RETURNED: Paid again by hand");
    assertThat(acknowledge("bert", "l", payout, "x").problem())
        .isEqualTo("payout-not-contradicted");
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void anotherWordOfPayPalIsANewOne() {
    UUID payout = paid();
    says(payout, "RETURNED");
    assertThat(acknowledge("anna", "k", payout, "x").status()).isEqualTo(200);
    desk.askNow(payout, clock.instant());
    says(payout, "RETURNED");
    assertThat(contradictions()).isEmpty();
    desk.askNow(payout, clock.instant());
    says(payout, "REVERSED");
    assertThat(contradictions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, FAILED",
    "RETURNED, RETURNED",
    "REFUNDED, REFUNDED",
    "REVERSED, REVERSED",
    "PENDING, PENDING",
    "UNCLAIMED, UNCLAIMED",
    "ONHOLD, ONHOLD",
    "BLOCKED, BLOCKED",
    "VANISHED, UNRECOGNIZED",
    PayPalServer.DENIED_BATCH + ", DENIED"
  })
  void everyWordButThatItArrivedContradictsWhatIsPaid(String said, String shown) {
    UUID payout = paid();
    says(payout, said);
    assertThat(contradictions())
        .extracting(found -> found.get("itemStatus").asString())
        .containsExactly(shown);
    assertThat(status(payout)).isEqualTo("PAID");
    desk.askNow(payout, clock.instant());
    says(payout, "SUCCESS");
    assertThat(contradictions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, 1",
    "PENDING, 1",
    "UNCLAIMED, 1",
    "ONHOLD, 1",
    "RETURNED, 0",
    "BLOCKED, 0",
    "VANISHED, 0"
  })
  void whatAPersonHasEndedIsLookedAtToo(String said, int contradictions) {
    UUID payout = notPaid();
    says(payout, said);
    assertThat(status(payout)).isEqualTo("FAILED");
    assertThat(contradictions()).hasSize(contradictions);
  }

  @Test
  void whatPayPalSaysByNowIsNotTakenNoteOfUnseen() {
    UUID payout = paid();
    says(payout, "RETURNED");
    String seen = "{\"reason\":\"x\",\"itemStatus\":\"%s\"}";
    String path = PATH + payout + "/acknowledge";
    assertThat(admin("anna").post(path, "k" + id, seen.formatted("BLOCKED")).problem())
        .isEqualTo("contradiction-changed");
    assertThat(contradictions()).hasSize(1);
    assertThat(admin("anna").post(path, "l" + id, seen.formatted("no status")).status())
        .isEqualTo(400);
    assertThat(admin("anna").post(path, "m" + id, seen.formatted("RETURNED")).status())
        .isEqualTo(200);
    assertThat(contradictions()).isEmpty();
  }

  @Test
  void onlyAnotherAdminTakesNoteAndSaysWhy() {
    UUID payout = paid();
    says(payout, "REFUNDED");
    assertThat(acknowledge(id, "k", payout, "x").problem()).isEqualTo("own-payout");
    assertThat(acknowledge("anna", "k", payout, " ").status()).isEqualTo(400);
    assertThat(acknowledge("anna", "k", UUID.randomUUID(), "x").problem())
        .isEqualTo("payout-not-contradicted");
    String body = "{\"reason\":\"x\"}";
    assertThat(admin("anna").post(PATH + payout + "/acknowledge", body).status()).isEqualTo(400);
    assertThat(clipper(id).post(PATH + payout + "/acknowledge", "k", body).status()).isEqualTo(403);
    assertThat(clipper(id).get(PATH + "contradictions").status()).isEqualTo(403);
    assertThat(contradictions()).hasSize(1);
  }

  private UUID paid() {
    UUID payout = approved(id);
    tick();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    return payout;
  }

  /** PayPal says neither, and a person knows that it was not. */
  private UUID notPaid() {
    UUID payout = approved(id);
    becomes("BLOCKED");
    tick();
    later();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    String proof = "{\"outcome\":\"NOT_PAID\",\"evidence\":\"Support says so\"}";
    assertThat(admin("carl").post(PATH + payout + "/resolve", "k" + id, proof).status())
        .isEqualTo(200);
    // It was put off by the service's clock, which is not the stage's.
    sql.sql("UPDATE paypal_payment SET ask_at = ? WHERE payout_id = ? AND ask_at IS NOT NULL")
        .params(clock.instant().atOffset(ZoneOffset.UTC), payout)
        .update();
    return payout;
  }

  /** And a day later we know. */
  private void says(UUID payout, String status) {
    batch(payout).status = looks -> status;
    clock.advance(Duration.ofDays(1));
    tick();
  }

  private Answer acknowledge(String admin, String key, UUID payout, String reason) {
    return admin(admin)
        .post(PATH + payout + "/acknowledge", key + id, "{\"reason\":\"" + reason + "\"}");
  }

  /** This clipper's. */
  private List<JsonNode> contradictions() {
    return all().stream().filter(item -> item.get("clipperId").asString().equals(id)).toList();
  }

  private List<JsonNode> all() {
    return admin("anna")
        .get(PATH + "contradictions?pageSize=100")
        .json()
        .get("items")
        .valueStream()
        .toList();
  }

  private void awaitGauge() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> meters.get("clipmeter.payout.contradicted").gauge().value() == all().size());
  }
}
