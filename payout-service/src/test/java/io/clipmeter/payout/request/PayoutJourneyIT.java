package io.clipmeter.payout.request;

import static io.clipmeter.payout.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.TopicReader;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A payout from the first accrual to its end, through HTTP and Kafka only. */
class PayoutJourneyIT extends RunningService {
  private final String id = newClipper();

  @Test
  void aClipperWithoutEarningsHasAnEmptyListOfBalances() {
    Answer answer = clipper(id).get("/api/clippers/balance");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void theBalanceShowsAllPartsPerCurrency() {
    clipperWith(id, "12.345678", "EUR");
    Api clipper = clipperWith(id, "30.5", "USD");
    JsonNode items = clipper.get("/api/clippers/balance").json().get("items");
    assertThat(items).hasSize(2);
    assertThat(items.get(0).toString())
        .isEqualTo(
            """
            {"currency":"EUR","earned":{"amount":"12.345678","currency":"EUR"},\
            "held":{"amount":"0.00","currency":"EUR"},\
            "reserved":{"amount":"0.00","currency":"EUR"},\
            "paid":{"amount":"0.00","currency":"EUR"},\
            "available":{"amount":"12.345678","currency":"EUR"}}\
            """);
    assertThat(clipper.balance("USD")).isEqualTo("30.50/0.00/0.00/30.50");
  }

  @Test
  void aPaidPayoutLowersTheBalanceAndLeavesLifetimeEarningsAlone() {
    Api clipper = clipperWith(id, "45.678901");
    Answer requested = clipper.requestPayout("25.00");
    assertThat(requested.status()).isEqualTo(201);
    assertThat(requested.json().get("status").asString()).isEqualTo("REQUESTED");
    assertThat(requested.json().at("/details/email").asString()).isEqualTo("a***@example.com");
    assertThat(clipper.balance("USD")).isEqualTo("45.678901/25.00/0.00/20.678901");

    Answer approved = boss().approve(requested.id());
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.json().get("approvedBy").asString()).isEqualTo("boss");
    String transaction = "PP-" + requested.id();
    Answer paid = boss().pay(requested.id(), transaction);
    assertThat(paid.json().get("status").asString()).isEqualTo("PAID");
    assertThat(paid.json().get("transactionId").asString()).isEqualTo(transaction);

    assertThat(clipper.balance("USD")).isEqualTo("45.678901/0.00/25.00/20.678901");
    Answer seen = clipper.get("/api/clippers/payout-requests/" + requested.id());
    assertThat(seen.json().get("transactionId").asString()).isEqualTo(transaction);
    assertThat(events(3)).containsExactly("payout-requested", "payout-approved", "payout-paid");
    assertThat(postings())
        .containsExactly(
            "ACCRUAL clipper:" + id + ":USD:available 45678901",
            "RESERVE clipper:" + id + ":USD:available -25000000",
            "RESERVE clipper:" + id + ":USD:reserved 25000000",
            "SETTLE clipper:" + id + ":USD:paid 25000000",
            "SETTLE clipper:" + id + ":USD:reserved -25000000");
  }

  @Test
  void theEventNamesTheMethodAndNoDetail() {
    Api clipper = clipperWith(id, "45");
    Answer requested =
        clipper.post(
            "/api/clippers/payout-request",
            "k",
            Api.bank("45.00", "de89 3704 0044 0532 0130 00", "Anna Smith"));
    assertThat(requested.json().at("/details/iban").asString()).isEqualTo("****3000");
    assertThat(requested.json().get("details")).hasSize(1);
    assertThat(said(1))
        .containsExactly(
            event(requested, "45.00", "\"method\":\"BANK\",\"requestedAt\":", "requestedAt"));
  }

  @Test
  void theEventsSayWhoDecidedWhatWhenAndWhy() {
    Api clipper = clipperWith(id, "60");
    UUID first = clipper.requestPayout("20.00").id();
    Answer approval = admin("anna").approve(first);
    Answer payment = boss().pay(first, "T-" + first);
    Answer rejection = boss().reject(clipper.requestPayout("21.00").id());
    Answer retreat = clipper.cancel(clipper.requestPayout("22.00").id());
    List<String> said = said(7);
    assertThat(said.get(1))
        .isEqualTo(
            event(approval, "20.00", "\"approvedBy\":\"anna\",\"approvedAt\":", "approvedAt"));
    assertThat(said.get(2))
        .isEqualTo(
            event(
                payment, "20.00", "\"transactionId\":\"T-" + first + "\",\"paidAt\":", "closedAt"));
    assertThat(said.get(4))
        .isEqualTo(
            event(
                rejection,
                "21.00",
                "\"reason\":\"Fake views\",\"rejectedBy\":\"boss\",\"rejectedAt\":",
                "closedAt"));
    assertThat(said.get(6)).isEqualTo(event(retreat, "22.00", "\"cancelledAt\":", "closedAt"));
  }

  /** What the event of this answer must say, its time included. */
  private String event(Answer answer, String amount, String rest, String time) {
    return """
    {"payoutId":"%s","clipperId":"%s","amount":{"amount":"%s","currency":"USD"},%s%s}\
    """
        .formatted(answer.id(), id, amount, rest, answer.json().get(time));
  }

  @Test
  void aRejectedPayoutGivesTheMoneyBack() {
    Api clipper = clipperWith(id, "30");
    UUID first = clipper.requestPayout("30.00").id();
    assertThat(boss().reject(first).json().get("status").asString()).isEqualTo("REJECTED");
    assertThat(clipper.balance("USD")).isEqualTo("30.00/0.00/0.00/30.00");
    UUID second = clipper.requestPayout("30.00").id();
    boss().approve(second);
    assertThat(boss().reject(second).json().get("status").asString()).isEqualTo("REJECTED");
    assertThat(clipper.balance("USD")).isEqualTo("30.00/0.00/0.00/30.00");
    JsonNode seen = clipper.get("/api/clippers/payout-requests/" + second).json();
    assertThat(seen.get("reason").asString()).isEqualTo("Fake views");
    assertThat(seen.get("closedAt").isNull()).isFalse();
    assertThat(events(5)).endsWith("payout-requested", "payout-approved", "payout-rejected");
  }

  @Test
  void aClipperTakesARequestBackUntilItIsApproved() {
    Api clipper = clipperWith(id, "30");
    UUID first = clipper.requestPayout("20.00").id();
    assertThat(clipper.cancel(first).json().get("status").asString()).isEqualTo("CANCELLED");
    assertThat(clipper.balance("USD")).isEqualTo("30.00/0.00/0.00/30.00");
    Answer again = clipper.cancel(first);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("payout-not-requested");
    UUID second = clipper.requestPayout("20.00").id();
    boss().approve(second);
    Answer late = clipper.cancel(second);
    assertThat(late.problem()).isEqualTo("payout-not-requested");
    assertThat(late.json().get("status").isInt()).isTrue();
    assertThat(late.json().get("payoutStatus").asString()).isEqualTo("APPROVED");
    assertThat(events(4))
        .containsExactly(
            "payout-requested", "payout-cancelled", "payout-requested", "payout-approved");
  }

  @Test
  void ownRequestsAreListedNewestFirstByPageAndStatus() {
    Api clipper = clipperWith(id, "100");
    UUID first = clipper.requestPayout("20.00").id();
    clipper.cancel(first);
    UUID second = clipper.requestPayout("21.00").id();
    clipper.cancel(second);
    UUID third = clipper.requestPayout("22.00").id();
    String list = "/api/clippers/payout-requests";
    assertThat(ids(clipper.get(list))).containsExactly(third, second, first);
    Answer page = clipper.get(list + "?pageSize=2");
    assertThat(ids(page)).containsExactly(third, second);
    String token = page.json().get("nextPageToken").asString();
    Answer rest = clipper.get(list + "?pageSize=2&pageToken=" + token);
    assertThat(ids(rest)).containsExactly(first);
    assertThat(rest.json().get("nextPageToken").isNull()).isTrue();
    assertThat(ids(clipper.get(list + "?status=CANCELLED"))).containsExactly(second, first);
    assertThat(ids(clipper.get(list + "?status=PAID"))).isEmpty();
  }

  private Api boss() {
    return admin("boss");
  }

  private static List<UUID> ids(Answer list) {
    return list.json()
        .get("items")
        .valueStream()
        .map(item -> UUID.fromString(item.get("id").asString()))
        .toList();
  }

  private List<String> events(int count) {
    return records(count).stream()
        .map(r -> header(r, "ce_type").replaceAll("io.clipmeter.|.v1", ""))
        .toList();
  }

  private List<String> said(int count) {
    return records(count).stream().map(TopicReader::text).toList();
  }

  private List<ConsumerRecord<String, byte[]>> records(int count) {
    try (TopicReader reader = new TopicReader(engines, "clipping.payouts.v1")) {
      return reader.await(count, r -> id.equals(r.key()));
    }
  }

  private List<@Nullable String> postings() {
    return sql.sql(
            """
            SELECT e.kind || ' ' || p.account || ' ' || p.micros
            FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
            WHERE p.clipper_id = ? ORDER BY e.id, p.account\
            """)
        .param(id)
        .query(String.class)
        .list();
  }
}
