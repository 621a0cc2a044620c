package io.clipmeter.payout.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
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
import tools.jackson.databind.JsonNode;

/** What admins see and decide. */
class ReviewIT extends RunningService {
  private static final String LIST = "/api/admin/payout-requests";
  private static final String APPROVE = "{\"action\":\"APPROVE\"}";
  private final String id = newClipper();
  private Api boss = as("");
  private UUID payout = UUID.randomUUID();

  @BeforeEach
  void request() {
    boss = admin("boss");
    payout = clipperWith(id, "50").requestPayout("20.00").id();
  }

  @Test
  void theListShowsEveryClippersRequestsMasked() {
    UUID newer = clipperWith(newClipper(), "60").requestPayout("60.00").id();
    JsonNode items = boss.get(LIST + "?pageSize=2").json().get("items");
    assertThat(items.get(0).get("id").asString()).isEqualTo(newer.toString());
    assertThat(items.get(1).get("id").asString()).isEqualTo(payout.toString());
    assertThat(items.get(1).get("clipperId").asString()).isEqualTo(id);
    assertThat(items.get(1).get("details").toString())
        .isEqualTo("{\"email\":\"a***@example.com\"}");
    assertThat(audited()).isEmpty();
  }

  @Test
  void theListIsFilteredByStatusAndPaged() {
    boss.approve(payout);
    UUID second = clipperWith(newClipper(), "60").requestPayout("60.00").id();
    boss.approve(second);
    Answer page = boss.get(LIST + "?status=APPROVED&pageSize=1");
    assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second.toString());
    String token = page.json().get("nextPageToken").asString();
    Answer next = boss.get(LIST + "?status=APPROVED&pageSize=1&pageToken=" + token);
    assertThat(next.json().at("/items/0/id").asString()).isEqualTo(payout.toString());
  }

  @Test
  void everyDecisionIsAudited() {
    admin("first").approve(payout);
    admin("second").pay(payout, "T-" + payout);
    assertThat(audited())
        .containsExactly(
            "first APPROVE null null",
            "second SEND by hand null",
            "second MARK_PAID null T-" + payout);
    UUID rejected = clipper(id).requestPayout("20.00").id();
    boss.reject(rejected);
    assertThat(auditedOf(rejected)).containsExactly("boss REJECT Fake views null");
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, SEND_BY_HAND, payout-not-approved",
    "APPROVED,  MARK_PAID, payout-not-sent-by-hand",
    "APPROVED,  FAIL,      payout-not-sent-by-hand",
    "SENDING,   SEND_BY_HAND, payout-not-approved",
    "SENDING,   REJECT,    payout-not-rejectable",
    "SENDING,   APPROVE,   payout-not-requested",
    "PAID,      SEND_BY_HAND, payout-not-approved",
    "REQUESTED, MARK_PAID, payout-not-sent-by-hand",
    "APPROVED,  APPROVE,   payout-not-requested",
    "PAID,      APPROVE,   payout-not-requested",
    "PAID,      REJECT,    payout-not-rejectable",
    "PAID,      MARK_PAID, payout-not-sent-by-hand",
    "REJECTED,  APPROVE,   payout-not-requested",
    "REJECTED,  REJECT,    payout-not-rejectable",
    "REJECTED,  MARK_PAID, payout-not-sent-by-hand",
    "REQUESTED, FAIL,      payout-not-sent-by-hand",
    "PAID,      FAIL,      payout-not-sent-by-hand",
    "FAILED,    MARK_PAID, payout-not-sent-by-hand",
    "FAILED,    REJECT,    payout-not-rejectable",
    "CANCELLED, APPROVE,   payout-not-requested",
    "CANCELLED, REJECT,    payout-not-rejectable",
    "CANCELLED, MARK_PAID, payout-not-sent-by-hand"
  })
  void whatTheStatusDoesNotAllowIsRefused(String status, String action, String problem) {
    bring(status);
    String before = clipper(id).balance("USD");
    int audits = audited().size();
    Answer answer =
        switch (action) {
          case "APPROVE" -> boss.approve(payout);
          case "REJECT" -> boss.reject(payout);
          case "FAIL" -> boss.fail(payout);
          case "SEND_BY_HAND" -> boss.sendByHand(payout);
          default -> boss.markPaid(payout, "X-" + payout);
        };
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().get("payoutStatus").asString()).isEqualTo(status);
    assertThat(clipper(id).balance("USD")).isEqualTo(before);
    assertThat(audited()).hasSize(audits);
  }

  @Test
  void theListIsFilteredByEverythingThatIsShown() {
    String all = "clipperId=" + id + "&currency=USD&method=PAYPAL&status=REQUESTED";
    assertThat(found(all + "&from=2020-01-01T00:00:00Z&until=2999-01-01T00:00:00Z")).isEqualTo(1);
    for (String none :
        List.of(
            "currency=EUR",
            "method=BANK",
            "status=PAID",
            "from=2999-01-01T00:00:00Z",
            "until=2020-01-01T00:00:00Z",
            "until=-999999999-01-01T00:00:00Z",
            "from=%2B999999999-01-01T00:00:00Z")) {
      assertThat(found("clipperId=" + id + "&" + none)).as(none).isZero();
    }
    assertThat(found("clipperId=" + newClipper())).isZero();
  }

  @Test
  void totalsSumUpByStatusAndCurrency() {
    bring("PAID");
    clipper(id).requestPayout("20.01");
    clipperWith(id, "70", "EUR");
    clipper(id)
        .post(
            "/api/clippers/payout-request",
            "euros",
            Api.paypal("30.00", "a@example.com").replace("USD", "EUR"));
    JsonNode items = boss.get(LIST + "/totals?clipperId=" + id).json().get("items");
    assertThat(items)
        .extracting(JsonNode::toString)
        .containsExactly(
            total("EUR", "REQUESTED", "30.000000"),
            total("USD", "PAID", "20.000000"),
            total("USD", "REQUESTED", "20.010000"));
  }

  @Test
  void theAuditLogOfAPayoutIsShownToAdmins() {
    bring("PAID");
    Answer audit = boss.get(LIST + "/" + payout + "/audit");
    assertThat(audit.json().get("items"))
        .extracting(item -> item.get("actor").asString() + " " + item.get("action").asString())
        .containsExactly("boss APPROVE", "boss SEND", "boss MARK_PAID");
    assertThat(boss.get(LIST + "/" + UUID.randomUUID() + "/audit").problem())
        .isEqualTo("not-found");
  }

  private static String total(String currency, String status, String amount) {
    return """
    {"currency":"%s","status":"%s","requests":1,"amount":"%s"}\
    """
        .formatted(currency, status, amount);
  }

  private int found(String query) {
    return boss.get(LIST + "?" + query).json().get("items").size();
  }

  @Test
  void oneTransactionPaysOnePayout() {
    bring("PAID");
    UUID second = clipper(id).requestPayout("20.00").id();
    boss.approve(second);
    Answer answer = boss.pay(second, "T-" + payout);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("transaction-id-used");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/20.00/10.00");
    assertThat(boss.markPaid(second, "U-" + second).status()).isEqualTo(200);
  }

  @Test
  void aRepeatedDecisionIsAnsweredAsBefore() {
    Answer first = boss.process(payout, "key " + payout, APPROVE);
    Answer again = boss.process(payout, "key " + payout, APPROVE);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(audited()).hasSize(1);
    Answer other =
        boss.process(payout, "key " + payout, "{\"action\":\"REJECT\",\"reason\":\"No\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(boss.post(LIST + "/" + payout + "/process", APPROVE).problem())
        .isEqualTo("idempotency-key-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"action\":null}",
        "{\"action\":\"\"}",
        "{\"action\":\"approve\"}",
        "{\"action\":\"PAY\"}",
        "{\"action\":1}",
        "{\"action\":\"APPROVE\",\"status\":\"PAID\"}",
        "{\"action\":\"APPROVE\",\"transactionId\":\"T\"}",
        "{\"action\":\"REJECT\",\"transactionId\":\"T\",\"reason\":\"No\"}",
        "{\"action\":\"REJECT\"}",
        "{\"action\":\"REJECT\",\"reason\":null}",
        "{\"action\":\"REJECT\",\"reason\":\"\"}",
        "{\"action\":\"REJECT\",\"reason\":\"  \"}",
        "{\"action\":\"REJECT\",\"reason\":\"a\\u0000b\"}",
        "{\"action\":\"REJECT\",\"reason\":\"\\ud83d\"}",
        "{\"action\":\"FAIL\"}",
        "{\"action\":\"FAIL\",\"reason\":\" \"}",
        "{\"action\":\"SEND_BY_HAND\",\"transactionId\":\"T\"}",
        "{\"action\":\"MARK_PAID\"}",
        "{\"action\":\"MARK_PAID\",\"transactionId\":\"\"}",
        "{\"action\":\"MARK_PAID\",\"transactionId\":\" T\"}",
        "{\"action\":\"MARK_PAID\",\"transactionId\":\"T\\u0000\"}",
        "{\"action\":\"MARK_PAID\",\"transactionId\":\"T\\n\"}",
        "{\"action\":\"MARK_PAID\",\"transactionId\":\"Ü\"}"
      })
  void aDecisionThatIsNoneIsRefused(String action) {
    Answer answer = boss.process(payout, action);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isIn("unreadable-body", "invalid-request");
    assertThat(audited()).isEmpty();
  }

  @Test
  void textsHaveALimit() {
    String tooLong = "{\"action\":\"REJECT\",\"reason\":\"" + "é".repeat(501) + "\"}";
    assertThat(boss.process(payout, tooLong).problem()).isEqualTo("invalid-request");
    boss.approve(payout);
    boss.sendByHand(payout);
    assertThat(boss.markPaid(payout, "t".repeat(101)).problem()).isEqualTo("invalid-request");
    assertThat(boss.markPaid(payout, "t".repeat(64) + payout).status()).isEqualTo(200);
    payout = clipper(id).requestPayout("20.00").id();
    String longest = "{\"action\":\"REJECT\",\"reason\":\"" + "😀".repeat(500) + "\"}";
    assertThat(boss.process(payout, longest).status()).isEqualTo(200);
  }

  @Test
  void aPayoutThatIsNotThereIsNotFound() {
    payout = UUID.randomUUID();
    assertThat(boss.get(LIST + "/" + payout).problem()).isEqualTo("not-found");
    assertThat(boss.approve(payout).problem()).isEqualTo("not-found");
    assertThat(boss.reject(payout).status()).isEqualTo(404);
    assertThat(boss.markPaid(payout, "T").status()).isEqualTo(404);
  }

  private void bring(String status) {
    switch (status) {
      case "APPROVED" -> boss.approve(payout);
      case "SENDING" -> {
        boss.approve(payout);
        boss.sendByHand(payout);
      }
      case "PAID" -> {
        boss.approve(payout);
        boss.pay(payout, "T-" + payout);
      }
      case "FAILED" -> {
        boss.approve(payout);
        boss.failByHand(payout);
      }
      case "REJECTED" -> boss.reject(payout);
      case "CANCELLED" -> clipper(id).cancel(payout);
      default -> assertThat(status).isEqualTo("REQUESTED");
    }
  }

  private List<@Nullable String> audited() {
    return auditedOf(payout);
  }

  private List<@Nullable String> auditedOf(UUID of) {
    return sql.sql(
            """
            SELECT concat_ws(' ', actor, action, coalesce(reason, 'null'),
                coalesce(transaction_id, 'null'))
            FROM audit_log WHERE payout_id = ? ORDER BY id\
            """)
        .param(of)
        .query(String.class)
        .list();
  }
}
