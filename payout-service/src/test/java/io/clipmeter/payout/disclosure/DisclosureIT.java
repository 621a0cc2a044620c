package io.clipmeter.payout.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads where the money of a payout went without saying why. */
class DisclosureIT extends RunningService {
  private static final String LIST = "/api/admin/payout-requests/";

  private final String id = newClipper();
  private UUID payout = UUID.randomUUID();

  @BeforeEach
  void request() {
    payout = clipperWith(id, "50").requestPayout("20.00").id();
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, false",
    "APPROVED, false",
    "SENDING, false",
    "REJECTED, false",
    "CANCELLED, false",
    "FAILED, true",
    "PAID, true"
  })
  void detailsAreMaskedForAllWhoDoNotPayItAndShownWithAReasonWhereMoneyWent(
      String status, boolean shown) {
    bring(status);
    assertThat(admin("bert").get(LIST + payout).text())
        .contains("\"status\":\"" + status + "\"")
        .contains("a***@example.com")
        .doesNotContain("anna@example.com");
    Answer answer = disclose("bert", "The receiver's bank asks");
    if (shown) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().at("/details/email").asString()).isEqualTo("anna@example.com");
      assertThat(readings()).containsExactly("bert: The receiver's bank asks");
    } else {
      assertThat(answer.problem()).isEqualTo("payout-details-not-needed");
      assertThat(answer.text()).doesNotContain("anna@example.com");
      assertThat(readings()).isEmpty();
    }
  }

  @Test
  void whoPaidItByHandSeesOnlyTheMaskAfterTheEnd() {
    admin("anna").approve(payout);
    admin("anna").sendByHand(payout);
    assertThat(admin("anna").get(LIST + payout).text()).contains("anna@example.com");
    admin("anna").markPaid(payout, "T-" + payout);
    assertThat(admin("anna").get(LIST + payout).text()).doesNotContain("anna@example.com");
    assertThat(readings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":null}",
        "{\"reason\":\" \"}",
        "{\"reason\":\"a\\u0000\"}",
        "[]",
        ""
      })
  void withoutAReasonNothingIsShown(String body) {
    bring("PAID");
    Answer answer = admin("bert").post(LIST + payout + "/disclose", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(readings()).isEmpty();
  }

  @Test
  void onlyAdminsReadIt() {
    bring("PAID");
    String body = "{\"reason\":\"x\"}";
    assertThat(clipper(id).post(LIST + payout + "/disclose", body).status()).isEqualTo(403);
    assertThat(as("").post(LIST + payout + "/disclose", body).status()).isEqualTo(401);
    assertThat(admin("bert").post(LIST + UUID.randomUUID() + "/disclose", body).status())
        .isEqualTo(404);
  }

  private void bring(String status) {
    if (status.equals("CANCELLED")) {
      clipper(id).cancel(payout);
    } else if (status.equals("REJECTED")) {
      admin("anna").reject(payout);
    } else if (!status.equals("REQUESTED")) {
      admin("anna").approve(payout);
      switch (status) {
        case "SENDING" -> admin("anna").sendByHand(payout);
        case "PAID" -> admin("anna").pay(payout, "T-" + payout);
        case "FAILED" -> admin("anna").failByHand(payout);
        default -> assertThat(status).isEqualTo("APPROVED");
      }
    }
  }

  private Answer disclose(String admin, String reason) {
    return admin(admin).post(LIST + payout + "/disclose", "{\"reason\":\"" + reason + "\"}");
  }

  private List<@Nullable String> readings() {
    return sql.sql(
            "SELECT actor || coalesce(': ' || reason, '') FROM audit_log"
                + " WHERE payout_id = ? AND action = 'READ_DETAILS'")
        .param(payout)
        .query(String.class)
        .list();
  }
}
